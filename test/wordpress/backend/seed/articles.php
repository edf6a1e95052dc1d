<?php
// The words of the ordinary articles. Days are before now.

function newsprint_seed_lead_body( $image_id ) {
	$picture = wp_get_attachment_image_src( $image_id, 'large' );
	return <<<HTML
<!-- wp:paragraph -->
<p>When the <em>Heron</em> made her last crossing in March, most people in Saltmarsh expected her to be sold for scrap. Instead the town council bought the 41-year-old ferry for one symbolic coin, moored her at the fish quay and filled her car deck with shelves. Since Saturday she has been the town’s public library.</p>
<!-- /wp:paragraph -->

<!-- wp:paragraph -->
<p>“We had a boat nobody wanted and a library with a leaking roof,” says harbour master <a href="https://saltmarsh.example/harbour">Odile Brandt</a>. “It took us two years to notice that these were one problem.”</p>
<!-- /wp:paragraph -->

<!-- wp:heading -->
<h2>Eleven thousand books and a tide table</h2>
<!-- /wp:heading -->

<!-- wp:paragraph -->
<p>The old library closed in 2023 after a storm. Its 11,000 books spent two winters in a potato warehouse, which turned out to be the driest building in town. Volunteers carried them aboard in a single weekend, hand to hand, in a line of <strong>340 people</strong> that reached from the warehouse to the gangway.</p>
<!-- /wp:paragraph -->

<!-- wp:image {"id":$image_id,"sizeSlug":"large"} -->
<figure class="wp-block-image size-large"><img src="{$picture[0]}" alt="Hills across the water at dusk, seen from the ferry" width="{$picture[1]}" height="{$picture[2]}" class="wp-image-$image_id"/><figcaption class="wp-element-caption">The reading room looks out on the estuary. Illustration: The Saltmarsh Courier</figcaption></figure>
<!-- /wp:image -->

<!-- wp:paragraph -->
<p>Opening hours follow the water. At the lowest tides the gangway is too steep for wheelchairs and prams, so on those days the library opens later, and a van brings reserved books to the market square.</p>
<!-- /wp:paragraph -->

<!-- wp:quote -->
<blockquote class="wp-block-quote"><p>Children ask whether the stories get seasick. I tell them only the adventure shelf does.</p><cite>Librarian Pim Oduya</cite></blockquote>
<!-- /wp:quote -->

<!-- wp:heading -->
<h2>What it costs</h2>
<!-- /wp:heading -->

<!-- wp:paragraph -->
<p>The conversion cost 1.9 million, less than a third of a new building. Most of it went into three things:</p>
<!-- /wp:paragraph -->

<!-- wp:list -->
<ul><li>a heat pump that draws warmth from the harbour water,</li><li>a lift between the car deck and the saloon,</li><li>shelves with a low rail, so that nothing falls when a trawler passes too fast.</li></ul>
<!-- /wp:list -->

<!-- wp:heading {"level":3} -->
<h3>What comes next</h3>
<!-- /wp:heading -->

<!-- wp:paragraph -->
<p>The engine still runs. Twice a year, the council has promised, the <em>Heron</em> will leave the quay and take the library to the islands, books, readers and all. The first trip is planned for May; the 120 places were gone in nine minutes.</p>
<!-- /wp:paragraph -->
HTML;
}

function newsprint_seed_paragraphs( $paragraphs ) {
	$blocks = [];
	foreach ( $paragraphs as $paragraph ) {
		$blocks[] = "<!-- wp:paragraph -->\n<p>$paragraph</p>\n<!-- /wp:paragraph -->";
	}
	return implode( "\n\n", $blocks );
}

// In the category of the lead: five of this week.
function newsprint_seed_recent() {
	return [
		[ 0.25, 'Night bus to the harbour returns after eight years', 'Line 9 will run hourly until two in the morning, at first for one summer.', [
			'From the first of next month line 9 will again connect the railway station with the harbour at night. The council voted for a trial of six months by eleven votes to four.',
			'The line was cut eight years ago because hardly anybody used it. That has changed since the cannery became flats: about nine hundred people now live east of the lock, and the last bus leaves at 20:40.',
			'Drivers had asked for a heated shelter at the terminus. They are getting one, with a coffee machine paid for by the cannery’s tenants.',
		] ],
		[ 1.9, 'Oyster beds grow back faster than expected', 'Divers counted four times as many young oysters as two years ago.', [
			'The reef that volunteers laid in the estuary two springs ago is alive. Divers of the field station counted 212 young oysters on a square metre, four times as many as after the first winter.',
			'“We hoped for fifty,” says biologist Ravi Sandoval. The empty shells for the reef came from restaurants, which had paid to have them taken away.',
			'Oysters filter the water and slow the waves. Whether they will ever be harvested is open: the reef is protected until 2040.',
		] ],
		[ 3.2, 'Town hall clock is right for the first time since 1987', 'A retired watchmaker found a coin between two wheels.', [
			'For thirty-nine years the clock of the town hall ran four minutes late, and Saltmarsh ran late with it. On Thursday retired watchmaker Liesbeth Aumann removed a coin from between two wheels, and the hands began to keep time.',
			'Not everybody is pleased. The bakery on the square has opened “at eight by the clock” for a generation and has put up a sign asking customers for patience.',
		] ],
		[ 4.6, 'Fish market tries a second auction for restaurants', 'The afternoon sale is meant for smaller crates and shorter distances.', [
			'Fishing crews can now sell twice a day. The new auction at three in the afternoon deals in crates of five kilograms rather than fifty, which is what a restaurant can use.',
			'On the first day eleven kitchens took part. Prices were a fifth above those of the morning, and everything was sold within twenty minutes.',
			'The large buyers have not complained so far. They sleep in the afternoon, says the auctioneer.',
		] ],
		[ 6.3, 'School builds its own weather station on the breakwater', 'Fourteen-year-olds measure what the harbour office used to guess.', [
			'The wind at the end of the breakwater has been estimated for a century by looking at a flag. Since Monday it is measured, by a mast that the ninth grade soldered, painted and carried there.',
			'Its readings appear every ten minutes on a screen in the harbour office. The pilots check them before every manoeuvre, and send a thumbs-up when the pupils were right.',
		] ],
	];
}

// In the same category, but not of this week.
function newsprint_seed_older() {
	return [
		[ 19, 'Council buys the old ferry for one coin', 'The Heron stays in Saltmarsh; what for is to be decided later.', [
			'The ferry <em>Heron</em> will not be scrapped. The council bought her for one coin and has to move her from the shipyard within three weeks.',
			'Proposals for her use may be handed in until the end of the month. A hotel, a school kitchen and a library have been named so far.',
		] ],
		[ 44, 'Storm closes the library for good', 'The roof cannot be repaired at a reasonable price, says the surveyor.', [
			'The surveyor’s report on the library is eleven words long: the roof is gone and the walls will follow it.',
			'Eleven thousand books are dry and safe. Where they can be read again is open.',
		] ],
	];
}
