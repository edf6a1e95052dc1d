<?php
// Fills the test site: articles, pictures, comments. Writes their IDs to posts.json.
require __DIR__ . '/seed/request.php';
require getenv( 'NEWSPRINT_WP_ROOT' ) . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/image.php';
require_once __DIR__ . '/seed/images.php';
require_once __DIR__ . '/seed/articles.php';
require_once __DIR__ . '/seed/special-posts.php';
require_once __DIR__ . '/seed/comments.php';

global $wp_rewrite;
$wp_rewrite->init();
$wp_rewrite->flush_rules( false );
kses_remove_filters(); // the hostile article must be stored as it is
mt_srand( 1987 );
foreach ( [ 1, 2, 3 ] as $sample ) {
	wp_delete_post( $sample, true );
}

function newsprint_seed_user( $login, $name, $about ) {
	return wp_insert_user( [
		'user_login'   => $login,
		'user_pass'    => $login,
		'user_email'   => "$login@example.test",
		'display_name' => $name,
		'description'  => $about,
		'user_url'     => "https://saltmarsh.example/staff/$login",
		'role'         => 'author',
	] );
}
$authors    = [
	newsprint_seed_user( 'ines', 'Ines Calder', 'Writes about the harbour and everything that floats.' ),
	newsprint_seed_user( 'tomasz', 'Tomasz Wręga', 'Council reporter.' ),
];
$waterfront = wp_insert_term( 'Waterfront', 'category', [ 'description' => 'News from the harbour' ] )['term_id'];
$notices    = wp_insert_term( 'Notices & oddities', 'category', [ 'slug' => 'notices' ] )['term_id'];

function newsprint_seed_post( $days, $title, $content, $more ) {
	$time = time() - (int) ( $days * DAY_IN_SECONDS );
	$date = gmdate( 'Y-m-d H:i:s', $time );
	$post = $more + [
		'post_title'     => $title,
		'post_content'   => $content,
		'post_status'    => 'publish',
		'comment_status' => 'open',
		'post_date'      => get_date_from_gmt( $date ),
		'post_date_gmt'  => $date,
	];
	$id = wp_insert_post( wp_slash( $post ), true );
	if ( is_wp_error( $id ) ) {
		throw new Exception( $id->get_error_message() );
	}
	return $id;
}

// ---- the lead

$hero   = newsprint_seed_image( 'heron-at-the-fish-quay', 0, 'A low sun over the estuary, hills behind the harbour', 'The <em>Heron</em> lies at the fish quay, where the library opened on Saturday.', 1600, 900 );
$inside = newsprint_seed_image( 'reading-room', 4, 'Hills across the water at dusk, seen from the ferry', '', 1400, 900 );
$posts  = [];
$posts['lead'] = newsprint_seed_post( 1.15, 'Old ferry opens as a floating library', newsprint_seed_lead_body( $inside ), [
	'post_name'     => 'old-ferry-floating-library',
	'post_excerpt'  => 'The Heron carried cars for 41 years. Now she carries eleven thousand books, and opens with the tide.',
	'post_author'   => $authors[0],
	'post_category' => [ $waterfront ],
	'tags_input'    => [ 'ferries', 'libraries', 'Arts & crafts' ],
	'meta_input'    => [ 'news_source' => 'Estuary Press Agency', 'news_source_url' => 'https://agency.example/heron-library?ref=courier&lang=en' ],
] );
set_post_thumbnail( $posts['lead'], $hero );

// ---- the same category: this week's and older ones, and the long discussion

foreach ( [ 'recent' => newsprint_seed_recent(), 'older' => newsprint_seed_older() ] as $key => $articles ) {
	foreach ( $articles as $i => [ $days, $title, $excerpt, $paragraphs ] ) {
		$id = newsprint_seed_post( $days, $title, newsprint_seed_paragraphs( $paragraphs ), [
			'post_excerpt'  => $excerpt,
			'post_author'   => $authors[ $i % 2 ],
			'post_category' => [ $waterfront ],
			'tags_input'    => $i % 2 ? [ 'harbour' ] : [ 'ferries', 'transport' ],
		] );
		set_post_thumbnail( $id, newsprint_seed_image( "$key-" . ( $i + 1 ), count( $posts ) * 5 + $i, "Evening light over the water, view $i" ) );
		$posts[ $key ][] = $id;
	}
}
$posts['thread'] = newsprint_seed_post( 3.9, 'Should the library ship sail to the islands?', newsprint_seed_paragraphs( [
	'Twice a year the library ship is to leave her quay. We asked what you think of it, and you told us.',
	'The discussion is open until the council decides.',
] ), [ 'post_author' => $authors[1], 'post_category' => [ $waterfront ], 'tags_input' => [ 'libraries', 'opinion' ] ] );
set_post_thumbnail( $posts['thread'], $inside );

// ---- the awkward ones, in a category of their own

$special = newsprint_seed_special_posts();
$default = $special['default'];
unset( $special['default'] );
$days = 8;
foreach ( $special as $key => $entry ) {
	$days += 1.3;
	$id    = newsprint_seed_post( $days, $entry['title'], $entry['content'] ?? $default['content'], [
		'post_name'      => strtolower( preg_replace( '/[A-Z]/', '-$0', $key ) ),
		'post_status'    => $entry['status'] ?? 'publish',
		'post_password'  => $entry['password'] ?? '',
		'post_excerpt'   => $entry['excerpt'] ?? '',
		'comment_status' => $entry['comments'] ?? 'open',
		'post_author'    => $authors[1],
		'post_category'  => [ $notices ],
	] );
	$image = $entry['image'] ?? true;
	if ( 'missing' === $image ) {
		$lost = newsprint_seed_image( 'lost-photo', 7, 'A photo that cannot be loaded' );
		set_post_thumbnail( $id, $lost );
		foreach ( glob( dirname( get_attached_file( $lost ) ) . '/lost-photo*' ) as $file ) {
			unlink( $file ); // the entry stays, as after a failed move of a site
		}
	} elseif ( $image ) {
		set_post_thumbnail( $id, $hero );
	}
	$posts[ $key ] = $id;
}
stick_post( $posts['sticky'] );

// ---- comments

$now = time();
newsprint_seed_thread( $posts['thread'], $now - (int) ( 3.8 * DAY_IN_SECONDS ), $now - 2 * HOUR_IN_SECONDS );
newsprint_seed_moderated( $posts['moderated'], $now - 5 * DAY_IN_SECONDS );
$first = newsprint_seed_comment( $posts['lead'], 0, $now - 22 * HOUR_IN_SECONDS, 'I carried books in that line, between a dentist and a diver. A lovely day.' );
newsprint_seed_comment( $posts['lead'], $first, $now - 21 * HOUR_IN_SECONDS, 'Thank you! Do you remember which shelf your books were for?', [
	'user_id'              => $authors[0],
	'comment_author'       => 'Ines Calder',
	'comment_author_email' => 'ines@example.test',
	'comment_author_url'   => 'https://saltmarsh.example/staff/ines',
] );
newsprint_seed_comment( $posts['lead'], 0, $now - 5 * HOUR_IN_SECONDS, 'Are dogs allowed aboard?' );
newsprint_seed_comment( $posts['closed'], 0, $now - 9 * DAY_IN_SECONDS, 'The band was better the year before.' );
newsprint_seed_comment( $posts['protected'], 0, $now - 9 * DAY_IN_SECONDS, 'A comment only for those with the password.' );
newsprint_seed_comment( $posts['hostile'], 0, $now - 4 * DAY_IN_SECONDS, '<script>window.__newsprintHacked = 21</script><img src="/nothing-here.png" onerror="window.__newsprintHacked = 22"><a href="javascript:window.__newsprintHacked=23">click</a><b onmouseover="window.__newsprintHacked = 24">hover</b> and a word.', [
	'comment_author'     => '<b>Bold</b> & Co <script>window.__newsprintHacked = 25</script>',
	'comment_author_url' => 'javascript:window.__newsprintHacked=26',
] );

$statuses = [];
foreach ( $wpdb->get_results( "SELECT comment_ID AS id, comment_approved AS status FROM $wpdb->comments" ) as $row ) {
	$statuses[ $row->id ] = $row->status;
}
update_option( 'newsprint_test_seeded_comments', $statuses, false );
file_put_contents( getenv( 'NEWSPRINT_WP_SITE' ) . '/posts.json', json_encode( $posts ) );
