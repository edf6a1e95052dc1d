<?php
/**
 * Plugin Name:       Newsprint Comments
 * Description:       Lets the Newsprint elements post guest comments to this site and read the source of an article. Everything is off until you switch it on under Settings → Newsprint.
 * Version:           0.1.0
 * Requires at least: 5.5
 * Requires PHP:      7.4
 * Author:            The Newsprint authors
 * License:           MIT
 * License URI:       https://opensource.org/licenses/MIT
 * Text Domain:       newsprint-comments
 *
 * @package Newsprint
 */

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/**
 * The settings, complete: what is missing is off.
 *
 * @return array{guest_comments: bool, allowed_origins: string[], expose_source: bool}
 */
function newsprint_settings() {
	$defaults = array(
		'guest_comments'  => false,
		'allowed_origins' => array(),
		'expose_source'   => false,
	);
	$stored   = get_option( 'newsprint_settings' );
	return is_array( $stored ) ? array_merge( $defaults, array_intersect_key( $stored, $defaults ) ) : $defaults;
}

/**
 * An address brought to the form browsers send as Origin: scheme, host, and the port unless it is the usual one.
 *
 * @param mixed $address An address, with or without a path.
 * @return string Empty when it is not a web address.
 */
function newsprint_normalize_origin( $address ) {
	$parts  = wp_parse_url( is_string( $address ) ? trim( $address ) : '' );
	$scheme = strtolower( isset( $parts['scheme'] ) ? $parts['scheme'] : '' );
	$host   = strtolower( isset( $parts['host'] ) ? $parts['host'] : '' );
	if ( ! in_array( $scheme, array( 'http', 'https' ), true ) || ! preg_match( '/^([a-z0-9_.-]+|\[[0-9a-f:.]+\])$/', $host ) ) {
		return '';
	}
	$usual = 'https' === $scheme ? 443 : 80;
	$port  = isset( $parts['port'] ) && $parts['port'] !== $usual ? ':' . $parts['port'] : '';
	return "$scheme://$host$port";
}

/**
 * Makes settings out of a form's fields, or out of settings.
 *
 * @param mixed $input Unchecked values; the allowed origins as lines or as a list.
 * @return array
 */
function newsprint_sanitize_settings( $input ) {
	$input = is_array( $input ) ? $input : array();
	$lines = isset( $input['allowed_origins'] ) ? $input['allowed_origins'] : array();
	$lines = is_array( $lines ) ? $lines : preg_split( '/[\s,]+/', (string) $lines );

	$origins = array();
	$refused = array();
	foreach ( array_filter( $lines, 'is_string' ) as $line ) {
		// The name of a site alone is meant as people write it.
		$origin = newsprint_normalize_origin( preg_match( '/^[\w-]+(\.[\w-]+)+(:\d+)?$/', trim( $line ) ) ? 'https://' . trim( $line ) : $line );
		if ( '' !== $origin ) {
			$origins[] = $origin;
		} elseif ( '' !== trim( $line ) ) {
			$refused[] = sanitize_text_field( $line );
		}
	}
	if ( $refused && function_exists( 'add_settings_error' ) ) {
		/* translators: %s: the entries that were left out. */
		$message = __( 'Not the address of a site, left out: %s', 'newsprint-comments' );
		add_settings_error( 'newsprint_settings', 'newsprint_origin', sprintf( $message, esc_html( implode( ', ', $refused ) ) ) );
	}
	// An empty list lets every site in: it must not come about because nothing in it could be understood.
	if ( $refused && ! $origins ) {
		$known   = newsprint_settings();
		$origins = $known['allowed_origins'] ? $known['allowed_origins'] : array( 'https://nobody.invalid' );
	}
	return array(
		'guest_comments'  => ! empty( $input['guest_comments'] ),
		'allowed_origins' => array_values( array_unique( $origins ) ),
		'expose_source'   => ! empty( $input['expose_source'] ),
	);
}

// ---- 1: guest comments over REST. Who may comment at all, moderation, flood and duplicate checks stay core's.

add_filter( 'rest_allow_anonymous_comments', 'newsprint_allow_guest_comments' );
/**
 * @param bool $allowed What core or another plugin decided.
 * @return bool
 */
function newsprint_allow_guest_comments( $allowed ) {
	$settings = newsprint_settings();
	return $settings['guest_comments'] ? true : $allowed;
}

add_filter( 'rest_pre_insert_comment', 'newsprint_check_parent' );
/**
 * Refuses an answer to a comment that is not public or belongs to another article: the comment form does not offer
 * that, but the REST API does not check it.
 *
 * @param array|WP_Error $comment The comment about to be stored.
 * @return array|WP_Error
 */
function newsprint_check_parent( $comment ) {
	$settings = newsprint_settings();
	if ( ! $settings['guest_comments'] || is_user_logged_in() || is_wp_error( $comment ) || empty( $comment['comment_parent'] ) ) {
		return $comment;
	}
	$parent = get_comment( $comment['comment_parent'] );
	if ( $parent && '1' === $parent->comment_approved && (int) $parent->comment_post_ID === (int) $comment['comment_post_ID'] ) {
		return $comment;
	}
	$message = __( 'The comment you are replying to is not there any more.', 'newsprint-comments' );
	return new WP_Error( 'newsprint_comment_parent_gone', $message, array( 'status' => 400 ) );
}

add_action( 'rest_after_insert_comment', 'newsprint_notify', 10, 3 );
/**
 * Sends the e-mails about a new comment. Core sends them for its own form only, so a held comment would wait unseen.
 *
 * @param WP_Comment      $comment  The comment.
 * @param WP_REST_Request $request  Not used.
 * @param bool            $creating False for a change.
 */
function newsprint_notify( $comment, $request, $creating ) {
	$settings = newsprint_settings();
	if ( $creating && $settings['guest_comments'] && ! is_user_logged_in() ) {
		wp_new_comment_notify_moderator( (int) $comment->comment_ID );
		wp_new_comment_notify_postauthor( (int) $comment->comment_ID );
	}
}

// ---- 2: sites that may post. Core lets a page of any site send requests to the REST API.

add_filter( 'rest_request_before_callbacks', 'newsprint_check_origin', 10, 3 );
/**
 * Refuses a new comment sent from a page of a site that is not on the list, when there is a list.
 *
 * @param mixed           $response Null, or what another plugin answers.
 * @param array           $handler  Not used.
 * @param WP_REST_Request $request  The request.
 * @return mixed
 */
function newsprint_check_origin( $response, $handler, $request ) {
	if ( is_wp_error( $response ) || 'POST' !== $request->get_method() ) {
		return $response;
	}
	if ( '/wp/v2/comments' !== untrailingslashit( strtolower( $request->get_route() ) ) ) {
		return $response;
	}
	$settings = newsprint_settings();
	// Browsers name the origin with every POST; programs need not, and could write anything into it.
	$origin = isset( $_SERVER['HTTP_ORIGIN'] ) ? sanitize_text_field( wp_unslash( $_SERVER['HTTP_ORIGIN'] ) ) : '';
	if ( ! $settings['allowed_origins'] || '' === $origin ) {
		return $response;
	}
	$allowed   = $settings['allowed_origins'];
	$allowed[] = newsprint_normalize_origin( home_url() );
	$allowed[] = newsprint_normalize_origin( site_url() );
	$origin    = newsprint_normalize_origin( $origin );
	if ( '' !== $origin && in_array( $origin, $allowed, true ) ) {
		return $response;
	}
	$message = __( 'Comments from this site are not accepted.', 'newsprint-comments' );
	return new WP_Error( 'newsprint_origin_refused', $message, array( 'status' => 403 ) );
}

// ---- 3: where an article came from.

add_action( 'init', 'newsprint_register_source' );
/**
 * Shows the custom fields news_source and news_source_url of posts in the REST API.
 */
function newsprint_register_source() {
	$settings = newsprint_settings();
	if ( ! $settings['expose_source'] ) {
		return;
	}
	$fields = array(
		'news_source'     => array( 'sanitize_text_field', __( 'Name of the publication an article came from.', 'newsprint-comments' ) ),
		'news_source_url' => array( 'newsprint_sanitize_url', __( 'Address of the article at its source.', 'newsprint-comments' ) ),
	);
	foreach ( $fields as $name => $field ) {
		register_post_meta(
			'post',
			$name,
			array(
				'type'              => 'string',
				'description'       => $field[1],
				'single'            => true,
				'default'           => '',
				'show_in_rest'      => array( 'prepare_callback' => $field[0] ),
				'sanitize_callback' => $field[0],
				'auth_callback'     => 'newsprint_may_edit_source',
			)
		);
	}
}

/**
 * @param mixed $value An address; from the database it may have been stored without a check.
 * @return string Empty unless it is a web address.
 */
function newsprint_sanitize_url( $value ) {
	return is_string( $value ) ? esc_url_raw( $value, array( 'http', 'https' ) ) : '';
}

/**
 * @param bool   $allowed  Not used.
 * @param string $meta_key Not used.
 * @param int    $post_id  The post.
 * @return bool
 */
function newsprint_may_edit_source( $allowed, $meta_key, $post_id ) {
	return current_user_can( 'edit_post', $post_id );
}

// ---- Settings → Newsprint

add_action( 'admin_init', 'newsprint_register_settings' );
function newsprint_register_settings() {
	register_setting( 'newsprint', 'newsprint_settings', array( 'sanitize_callback' => 'newsprint_sanitize_settings' ) );
	add_settings_section( 'newsprint_main', '', '__return_null', 'newsprint' );
	add_settings_field( 'guest_comments', __( 'Guest comments', 'newsprint-comments' ), 'newsprint_guest_comments_field', 'newsprint', 'newsprint_main' );
	add_settings_field( 'allowed_origins', __( 'Allowed sites', 'newsprint-comments' ), 'newsprint_allowed_origins_field', 'newsprint', 'newsprint_main', array( 'label_for' => 'newsprint-allowed-origins' ) );
	add_settings_field( 'expose_source', __( 'Source of articles', 'newsprint-comments' ), 'newsprint_expose_source_field', 'newsprint', 'newsprint_main' );
}

add_action( 'admin_menu', 'newsprint_add_settings_page' );
function newsprint_add_settings_page() {
	add_options_page( __( 'Newsprint', 'newsprint-comments' ), __( 'Newsprint', 'newsprint-comments' ), 'manage_options', 'newsprint', 'newsprint_settings_page' );
}

/**
 * Prints a checkbox with its label and a line of explanation.
 *
 * @param string $name  Name of the setting.
 * @param string $label What is switched on.
 * @param string $help  What that means.
 */
function newsprint_checkbox( $name, $label, $help ) {
	$settings = newsprint_settings();
	printf(
		'<label><input type="checkbox" name="newsprint_settings[%1$s]" value="1" %2$s> %3$s</label><p class="description">%4$s</p>',
		esc_attr( $name ),
		checked( $settings[ $name ], true, false ),
		esc_html( $label ),
		esc_html( $help )
	);
}

function newsprint_guest_comments_field() {
	$label = __( 'Accept comments from guests over the REST API', 'newsprint-comments' );
	newsprint_checkbox( 'guest_comments', $label, __( 'Settings → Discussion still decides whether guests may comment, what they must fill in and what is held for moderation.', 'newsprint-comments' ) );
}

function newsprint_allowed_origins_field() {
	$settings = newsprint_settings();
	printf(
		'<textarea id="newsprint-allowed-origins" name="newsprint_settings[allowed_origins]" rows="4" class="large-text code" placeholder="https://www.example.org">%1$s</textarea><p class="description">%2$s</p>',
		esc_textarea( implode( "\n", $settings['allowed_origins'] ) ),
		esc_html__( 'Other sites whose pages may post comments here, one a line. This site is always allowed. Empty: every site is.', 'newsprint-comments' )
	);
}

function newsprint_expose_source_field() {
	$label = __( 'Show the custom fields news_source and news_source_url of posts in the REST API', 'newsprint-comments' );
	newsprint_checkbox( 'expose_source', $label, __( 'Anybody can read them then, as they can read the article.', 'newsprint-comments' ) );
}

function newsprint_settings_page() {
	if ( ! current_user_can( 'manage_options' ) ) {
		return;
	}
	echo '<div class="wrap"><h1>', esc_html( get_admin_page_title() ), '</h1><form action="options.php" method="post">';
	settings_fields( 'newsprint' );
	do_settings_sections( 'newsprint' );
	submit_button();
	echo '</form></div>';
}

register_uninstall_hook( __FILE__, 'newsprint_uninstall' );
/**
 * Deletes the settings. The custom fields belong to the articles and stay.
 */
function newsprint_uninstall() {
	if ( ! is_multisite() ) {
		delete_option( 'newsprint_settings' );
		return;
	}
	foreach ( get_sites( array( 'fields' => 'ids', 'number' => 0 ) ) as $site_id ) {
		delete_blog_option( $site_id, 'newsprint_settings' );
	}
}
