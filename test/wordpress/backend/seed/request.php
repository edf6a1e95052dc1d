<?php
// What WordPress expects of a web request, for the scripts that run it on the command line.
$_SERVER['HTTP_HOST']       = parse_url( getenv( 'NEWSPRINT_WP_URL' ), PHP_URL_HOST );
$_SERVER['REQUEST_URI']     = '/';
$_SERVER['REQUEST_METHOD']  = 'GET';
$_SERVER['SERVER_PROTOCOL'] = 'HTTP/1.1';
$_SERVER['REMOTE_ADDR']     = '192.0.2.1';
