<?php
/* Plugin Name: Newsprint test site (must-use): offline, local avatars, and switches for tests. */

// Offline: no mail leaves (the last one is kept for tests to see), no outside requests.
function wp_mail( $to, $subject, $message ) {
	update_option( 'newsprint_test_mail', [ 'to' => $to, 'subject' => $subject, 'message' => $message ], false );
	return true;
}
add_filter( 'pre_http_request', function () {
	return new WP_Error( 'offline', 'The test site makes no requests' );
}, 99 );

// Core's pictures are on another computer; option newsprint_test_gravatar = 1 leaves their addresses.
add_filter( 'get_avatar_url', function ( $url ) {
	if ( get_option( 'newsprint_test_gravatar' ) ) {
		return $url;
	}
	return preg_replace( '#^https?://[^/]*gravatar\.com/avatar/#', home_url( '/avatar/' ), $url );
} );

function newsprint_test_avatar( $hash ) {
	$hue  = hexdec( substr( $hash . '0000', 0, 4 ) ) % 360;
	$size = max( 16, min( 512, (int) ( $_GET['s'] ?? 48 ) ) );
	header( 'Content-Type: image/svg+xml' );
	header( 'Cache-Control: max-age=3600' );
	echo "<svg xmlns='http://www.w3.org/2000/svg' width='$size' height='$size' viewBox='0 0 8 8'>",
		"<path fill='hsl($hue 45% 45%)' d='M0 0h8v8H0z'/><circle cx='4' cy='3' r='1.6' fill='#fff'/>",
		"<path d='M1 8a3 3 0 0 1 6 0' fill='#fff'/></svg>";
	exit;
}

// Core refuses two comments of one address within 15 seconds; tests are faster than that.
if ( ! get_option( 'newsprint_test_flood' ) ) {
	remove_action( 'check_comment_flood', 'check_comment_flood_db' );
}

// newsprint_test_slow = milliseconds, newsprint_test_fail = status: a slow or failing content API.
add_filter( 'rest_pre_dispatch', function ( $result ) {
	usleep( 1000 * min( 20000, (int) get_option( 'newsprint_test_slow', 0 ) ) );
	$status = (int) get_option( 'newsprint_test_fail', 0 );
	return $status ? new WP_Error( 'newsprint_test_failure', 'Failing as told', [ 'status' => $status ] ) : $result;
}, 1 );

function newsprint_test_comment( $id ) {
	$comment = get_comment( (int) $id );
	if ( ! $comment ) {
		return null;
	}
	return [
		'id'           => (int) $comment->comment_ID,
		'post'         => (int) $comment->comment_post_ID,
		'parent'       => (int) $comment->comment_parent,
		'author'       => (int) $comment->user_id,
		'author_name'  => $comment->comment_author,
		'author_email' => $comment->comment_author_email,
		'author_url'   => $comment->comment_author_url,
		'author_ip'    => $comment->comment_author_IP,
		'content'      => $comment->comment_content,
		'date_gmt'     => $comment->comment_date_gmt,
		'status'       => wp_get_comment_status( $comment ), // approved, unapproved, spam, trash
		'type'         => $comment->comment_type,
	];
}

function newsprint_test_set_option( $name, $value ) {
	// What it was before the first change, for newsprint_test_reset().
	$changed = get_option( 'newsprint_test_changed', [] );
	if ( ! array_key_exists( $name, $changed ) ) {
		$changed[ $name ] = get_option( $name, null );
		update_option( 'newsprint_test_changed', $changed );
	}
	return null === $value ? delete_option( $name ) : update_option( $name, $value );
}

// Back to the state after seeding: comments written since are deleted, seeded ones get their status back, options too.
function newsprint_test_reset() {
	global $wpdb;
	$seeded = get_option( 'newsprint_test_seeded_comments' );
	foreach ( $wpdb->get_results( "SELECT comment_ID AS id, comment_approved AS status FROM $wpdb->comments" ) as $row ) {
		if ( ! isset( $seeded[ $row->id ] ) ) {
			wp_delete_comment( $row->id, true );
		} elseif ( (string) $seeded[ $row->id ] !== $row->status ) {
			$wpdb->update( $wpdb->comments, [ 'comment_approved' => $seeded[ $row->id ] ], [ 'comment_ID' => $row->id ] );
			clean_comment_cache( $row->id );
			wp_update_comment_count_now( get_comment( $row->id )->comment_post_ID );
		}
	}
	foreach ( get_option( 'newsprint_test_changed', [] ) as $name => $value ) {
		null === $value ? delete_option( $name ) : update_option( $name, $value );
	}
	delete_option( 'newsprint_test_changed' );
	delete_option( 'newsprint_test_mail' );
	return true;
}

function newsprint_test_use_plugin( $active, $settings ) {
	require_once ABSPATH . 'wp-admin/includes/plugin.php';
	$plugin = 'newsprint-comments/newsprint-comments.php';
	if ( ! $active ) {
		deactivate_plugins( $plugin );
		delete_option( 'newsprint_settings' );
		return true;
	}
	$error = activate_plugin( $plugin );
	if ( is_wp_error( $error ) ) {
		return $error;
	}
	update_option( 'newsprint_settings', newsprint_sanitize_settings( $settings ) );
	return get_option( 'newsprint_settings' );
}

function newsprint_test_last_comment( $post ) {
	$query = [ 'post_id' => (int) $post, 'status' => 'any', 'number' => 1, 'orderby' => 'comment_ID', 'fields' => 'ids' ];
	$ids   = get_comments( $query );
	return $ids ? newsprint_test_comment( $ids[0] ) : null;
}

function newsprint_test_action( $input ) {
	switch ( $input['action'] ?? '' ) {
		case 'hello':
			return true;
		case 'comment':
			return newsprint_test_comment( $input['id'] );
		case 'lastComment':
			return newsprint_test_last_comment( $input['post'] );
		case 'status':
			return get_comment( (int) $input['id'] ) ? wp_set_comment_status( (int) $input['id'], $input['status'], true ) : null;
		case 'trash':
			return get_comment( (int) $input['id'] ) ? wp_trash_comment( (int) $input['id'] ) : null;
		case 'option':
			return newsprint_test_set_option( $input['name'], $input['value'] );
		case 'mail':
			return get_option( 'newsprint_test_mail', null );
		case 'plugin':
			return newsprint_test_use_plugin( $input['active'], $input['settings'] );
		case 'reset':
			return newsprint_test_reset();
	}
	return new WP_Error( 'unknown_action', 'unknown action' );
}

// After everything has loaded, before WordPress answers. Without the token this address does not exist.
add_action( 'wp_loaded', function () {
	$path = (string) parse_url( $_SERVER['REQUEST_URI'], PHP_URL_PATH );
	if ( preg_match( '#^/avatar/([0-9a-f]{0,64})$#', $path, $match ) ) {
		newsprint_test_avatar( $match[1] );
	}
	$token = (string) getenv( 'NEWSPRINT_TEST_TOKEN' );
	if ( '/newsprint-test' !== $path || '' === $token || ! hash_equals( $token, $_SERVER['HTTP_X_NEWSPRINT_TEST_TOKEN'] ?? '' ) ) {
		return;
	}
	$result = newsprint_test_action( json_decode( file_get_contents( 'php://input' ), true ) );
	if ( is_wp_error( $result ) ) {
		wp_send_json( [ 'error' => $result->get_error_message() ], 400 );
	}
	wp_send_json( [ 'result' => $result ] );
} );
