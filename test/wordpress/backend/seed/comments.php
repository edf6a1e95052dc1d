<?php
// Comments as people write them: three parts, each combination used once.

function newsprint_seed_people() {
	$names = [ 'Ana Ruiz', 'Bo', 'Chidi Eze', 'Дарья', 'Eun-ji Park', 'Fatima Z.', 'Gil O’Neil', 'hana', 'Ingrid Sørensen', 'José & María', 'Kwame', 'Lotte van Dijk', 'Mehmet Y.', 'Noor', 'Old Pilot', 'Priya S.', 'Quentin', 'ريم', 'Sam Whitlock', 'Tove', 'Uma', 'Viktor B.', '渡辺 葵', 'Yusuf' ];
	$people = [];
	foreach ( $names as $i => $name ) {
		$people[] = [
			'comment_author'       => $name,
			'comment_author_email' => "reader$i@example.test",
			'comment_author_url'   => 0 === $i % 5 ? "https://example.test/readers/$i" : '',
			'comment_author_IP'    => '192.0.2.' . ( 10 + $i ),
		];
	}
	return $people;
}

function newsprint_seed_sentences() {
	return [
		[ 'I was there on Saturday.', 'Thank you for covering this.', 'Speaking as somebody who lives two streets away:', 'My grandmother crossed on her every week.', 'Not sure I agree.', 'Good news for once!', 'Small correction, if I may.', 'We talked about this at dinner.', 'I used to work on that ferry.', 'As a librarian from the next town,', 'Honest question:', 'Finally.', 'My kids have talked of nothing else.', 'I read the council minutes.', 'Ha, lovely.', 'Let me disagree a little.' ],
		[ 'The lift alone makes it worth the money.', 'The gangway was steeper than the article suggests.', 'I counted the shelves and there is room for twice as many books.', 'A heat pump in harbour water is a clever idea, ours at the pool has run for six years.', 'Nobody asked the fishing crews before the quay was closed.', 'One third of the price of a new building still is a lot for a town of nine thousand.', 'The potato warehouse deserves a plaque.', 'I would rather see Sunday opening hours than trips to the islands.', 'The old building had better light, but it also had rain indoors.', 'What happens in a storm like the one in 2023?', 'The tide table by the door is the nicest opening-hours sign I know.', 'Somebody should bring back the ship’s café.', 'The figure of 340 volunteers is right, I was number 212.', 'Two years of waiting were too long for the school classes.', 'The children’s corner is where the engine controls were, which is perfect.', 'I hope the islands get more than two visits a year.', 'The reading lamps sway a bit when a trawler passes, and I like it.', 'Please print the number of the book van.' ],
		[ 'Does anyone know more?', 'We will see.', 'I am glad we kept her.', 'That is all I wanted to say.', 'See you aboard.', 'Just my view.', 'Happy to be proven wrong.', 'More of this, please.', 'It reminds me of the old days.', 'Well done to everybody involved.', '👏', 'Same here?' ],
	];
}

// A few that are not plain sentences: markup, lines, links, other scripts, one very long word.
function newsprint_seed_unusual_comments() {
	return [
		7   => "Two thoughts.\n\nFirst, the quay needs a bench.\nSecond, the bench needs a roof.",
		19  => '<blockquote>It took us two years to notice that these were one problem.</blockquote> The best sentence I have read this month.',
		31  => 'The minutes are at https://saltmarsh.example/council/minutes if somebody wants to check.',
		43  => 'سفينة مليئة بالكتب، فكرة جميلة جدًا.',
		58  => '船の図書館、いつか訪ねてみたいです。',
		71  => 'For the technically minded: <code>depth &lt; 2.5 m</code> means no wheelchair access.',
		90  => 'I <em>really</em> mean it: <strong>open on Sundays</strong>.',
		111 => 'My word for it is Fährschiffbibliothekslesesaal' . str_repeat( 'fensterplatz', 9 ) . '.',
		140 => 'The <a href="https://saltmarsh.example/ferry" rel="nofollow ugc">timetable of 1986</a> is online, complete with coffee prices.',
		177 => '⛴️📚❤️',
	];
}

function newsprint_seed_comment( $post, $parent, $time, $content, $more = [] ) {
	static $people = null;
	static $turn   = 0;
	if ( null === $people ) {
		$people = newsprint_seed_people();
	}
	$date    = gmdate( 'Y-m-d H:i:s', $time );
	$comment = $more + $people[ ( $turn++ * 7 ) % count( $people ) ] + [
		'comment_post_ID'  => $post,
		'comment_parent'   => $parent,
		'comment_content'  => $content,
		'comment_approved' => 1,
		'comment_type'     => 'comment',
		'comment_agent'    => 'seed',
		'comment_date_gmt' => $date,
		'comment_date'     => get_date_from_gmt( $date ),
	];
	return wp_insert_comment( $comment );
}

// Exactly 250, in order of time, each answer after what it answers, at most six deep and at least once.
function newsprint_seed_thread( $post, $start, $end ) {
	mt_srand( 250 );
	[ $openings, $points, $endings ] = newsprint_seed_sentences();

	$unusual = newsprint_seed_unusual_comments();
	$written = [];
	$used    = [];
	for ( $i = 0; $i < 250; $i++ ) {
		do {
			$parts = [ $openings[ array_rand( $openings ) ], $points[ array_rand( $points ) ], mt_rand( 0, 2 ) ? $endings[ array_rand( $endings ) ] : '' ];
			$text  = trim( implode( ' ', $parts ) );
		} while ( isset( $used[ $text ] ) );
		$used[ $text ] = true;

		$parent = [ 0, 0 ]; // ID and depth
		if ( $i >= 1 && $i <= 5 ) {
			$parent = $written[ $i - 1 ]; // one straight line down to the sixth level
		} elseif ( $i > 5 && mt_rand( 0, 9 ) < 6 ) {
			$parent = $written[ mt_rand( max( 0, $i - 60 ), $i - 1 ) ];
		}
		if ( $parent[1] >= 6 ) {
			$parent = [ 0, 0 ];
		}
		$time      = (int) ( $start + ( $end - $start ) * ( $i + 1 ) / 251 );
		$id        = newsprint_seed_comment( $post, $parent[0], $time, $unusual[ $i ] ?? $text );
		$written[] = [ $id, $parent[1] + 1 ];
	}
}

// Everything a reader must not see, and answers to it that a reader does see. Four are public: one comment, its answer,
// and two answers whose parents are missing.
function newsprint_seed_moderated( $post, $start ) {
	$hour  = HOUR_IN_SECONDS;
	$first = newsprint_seed_comment( $post, 0, $start + $hour, 'The bridge was open when I came past this morning.' );
	newsprint_seed_comment( $post, $first, $start + 2 * $hour, 'On the north side, yes. The south side still is closed.' );
	$held = newsprint_seed_comment( $post, 0, $start + 3 * $hour, 'A comment that waits to be read first.', [ 'comment_approved' => '0' ] );
	newsprint_seed_comment( $post, $held, $start + 4 * $hour, 'An answer to a comment that is held.' );
	$trashed = newsprint_seed_comment( $post, 0, $start + 5 * $hour, 'A comment that was taken back.' );
	newsprint_seed_comment( $post, $trashed, $start + 6 * $hour, 'An answer to a comment that is gone.' );
	wp_trash_comment( $trashed );
	newsprint_seed_comment( $post, 0, $start + 7 * $hour, 'Cheap watches, best prices', [ 'comment_approved' => 'spam' ] );
	newsprint_seed_comment( $post, 0, $start + 8 * $hour, '[&#8230;] the bridge [&#8230;]', [
		'comment_type'       => 'pingback',
		'comment_author'     => 'Another paper',
		'comment_author_url' => 'https://paper.example/bridge',
	] );
}
