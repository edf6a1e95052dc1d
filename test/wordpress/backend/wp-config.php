<?php
// Configuration of the test site; start.sh gives the changing parts by environment.
define( 'DB_NAME', 'wordpress' );
define( 'DB_USER', 'root' ); // without a password: the socket is in a directory of ours alone, and there is no network
define( 'DB_PASSWORD', '' );
define( 'DB_HOST', 'localhost:' . getenv( 'NEWSPRINT_WP_SOCKET' ) );
define( 'DB_CHARSET', 'utf8mb4' );
define( 'DB_COLLATE', '' );
foreach ( [ 'AUTH', 'SECURE_AUTH', 'LOGGED_IN', 'NONCE' ] as $newsprint_name ) {
	define( $newsprint_name . '_KEY', 'test-only-key-' . $newsprint_name );
	define( $newsprint_name . '_SALT', 'test-only-salt-' . $newsprint_name );
}

// Both names of this computer work, and links stay on the one that was asked for.
$newsprint_host = $_SERVER['HTTP_HOST'] ?? '';
$newsprint_url  = preg_match( '/^(127\.0\.0\.1|localhost):\d+$/', $newsprint_host ) ? "http://$newsprint_host" : getenv( 'NEWSPRINT_WP_URL' );
define( 'WP_HOME', $newsprint_url );
define( 'WP_SITEURL', $newsprint_url );

define( 'WP_HTTP_BLOCK_EXTERNAL', true );
define( 'DISABLE_WP_CRON', true );
define( 'AUTOMATIC_UPDATER_DISABLED', true );
define( 'WP_AUTO_UPDATE_CORE', false );
define( 'WP_POST_REVISIONS', false );
define( 'WP_MEMORY_LIMIT', '256M' );
define( 'WP_DEFAULT_THEME', 'newsprint-test' );
define( 'WP_ENVIRONMENT_TYPE', 'local' ); // application passwords without https
define( 'WP_DEBUG', true );
define( 'WP_DEBUG_DISPLAY', false );
define( 'WP_DEBUG_LOG', getenv( 'NEWSPRINT_WP_LOG' ) );
$table_prefix = 'wp_';
if ( ! defined( 'ABSPATH' ) ) {
	define( 'ABSPATH', __DIR__ . '/' );
}
require_once ABSPATH . 'wp-settings.php';
