<?php
// The few things start.sh does with the database itself, before or without WordPress.
//   database.php SOCKET wait | create | refresh SECONDS OLD-URL NEW-URL
mysqli_report( MYSQLI_REPORT_OFF );
[ , $socket, $command ] = $argv;

function connect( $socket, $database ) {
	$connection = mysqli_init();
	return @$connection->real_connect( 'localhost', 'root', '', $database, 0, $socket ) ? $connection : null;
}

function run( $connection, $sql ) {
	if ( ! $connection->query( $sql ) ) {
		fwrite( STDERR, $connection->error . "\n" );
		exit( 1 );
	}
}

if ( 'wait' === $command ) {
	for ( $started = microtime( true ); microtime( true ) - $started < 60; usleep( 50000 ) ) {
		if ( connect( $socket, '' ) ) {
			exit( 0 );
		}
	}
	exit( 1 );
}

if ( 'create' === $command ) {
	run( connect( $socket, '' ), 'CREATE DATABASE wordpress CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci' );
	exit( 0 );
}

[ , , , $seconds, $old_url, $new_url ] = $argv;
$connection = connect( $socket, 'wordpress' );
$seconds    = (int) $seconds;
// A draft has the zero date, which must stay.
foreach ( [ 'post_date', 'post_date_gmt', 'post_modified', 'post_modified_gmt' ] as $column ) {
	run( $connection, "UPDATE wp_posts SET $column = $column + INTERVAL $seconds SECOND WHERE $column > '1000-01-01'" );
}
foreach ( [ 'comment_date', 'comment_date_gmt' ] as $column ) {
	run( $connection, "UPDATE wp_comments SET $column = $column + INTERVAL $seconds SECOND" );
}
foreach ( [ 'post_content', 'guid' ] as $column ) {
	run( $connection, "UPDATE wp_posts SET $column = REPLACE($column, '$old_url', '$new_url')" );
}
