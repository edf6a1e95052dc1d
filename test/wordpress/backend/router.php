<?php
// For `php -S`: files as they are, everything else to WordPress.
$root = realpath( $_SERVER['DOCUMENT_ROOT'] );
$path = urldecode( parse_url( $_SERVER['REQUEST_URI'], PHP_URL_PATH ) ?: '/' );
$file = realpath( $root . $path );
if ( $file && 0 !== strpos( $file . '/', $root . '/' ) ) {
	$file = false;
}
if ( $file && is_dir( $file ) && 0 === strpos( $path, '/wp-admin' ) ) {
	if ( '/' !== substr( $path, -1 ) ) {
		header( "Location: $path/", true, 301 );
		return true;
	}
	$path .= 'index.php';
	$file .= '/index.php';
}
if ( $file && is_file( $file ) && '.php' !== substr( $file, -4 ) ) {
	return false;
}
if ( '/' === $path || ! $file || ! is_file( $file ) ) {
	$path = '/index.php';
	$file = $root . $path;
}
$_SERVER['SCRIPT_NAME']     = $path;
$_SERVER['PHP_SELF']        = $path;
$_SERVER['SCRIPT_FILENAME'] = $file;
chdir( dirname( $file ) );
require $file;
return true;
