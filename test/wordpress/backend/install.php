<?php
// Installs WordPress without a browser and sets what the tests rely on.
require __DIR__ . '/seed/request.php';
define( 'WP_INSTALLING', true );
require getenv( 'NEWSPRINT_WP_ROOT' ) . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';

wp_install( 'The Saltmarsh Courier', 'admin', 'admin@example.test', true, '', 'admin', 'en_US' );

$options = [
	'blogdescription'              => 'News from a small harbour town',
	'permalink_structure'          => '/%year%/%monthnum%/%postname%/',
	// An offset, so that local time taken for UTC shows; one without summer time, so that dates can be moved.
	'timezone_string'              => 'Asia/Kolkata',
	'require_name_email'           => 1,
	'comment_moderation'           => 1,
	'comment_previously_approved'  => 1,
	'moderation_notify'            => 1,
	'comments_notify'              => 1,
	'close_comments_for_old_posts' => 0,
	'thread_comments'              => 1,
	'thread_comments_depth'        => 6,
	'page_comments'                => 0,
	'default_pingback_flag'        => 0,
	'default_ping_status'          => 'closed',
];
foreach ( $options as $name => $value ) {
	update_option( $name, $value );
}
