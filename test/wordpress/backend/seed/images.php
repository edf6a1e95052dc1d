<?php
// Pictures for the articles: a calm landscape of sky, sun, hills and water, different by its number.

function newsprint_seed_shade( $image, $from, $to, $share ) {
	$mix = [];
	foreach ( [ 0, 1, 2 ] as $i ) {
		$mix[] = (int) round( $from[ $i ] + ( $to[ $i ] - $from[ $i ] ) * $share );
	}
	return imagecolorallocate( $image, $mix[0], $mix[1], $mix[2] );
}

function newsprint_seed_landscape( $file, $width, $height, $number ) {
	$skies   = [ [ [ 38, 70, 120 ], [ 250, 205, 160 ] ], [ [ 90, 150, 200 ], [ 235, 243, 240 ] ], [ [ 60, 50, 100 ], [ 245, 170, 140 ] ] ];
	$sky     = $skies[ $number % 3 ];
	$image   = imagecreatetruecolor( $width, $height );
	$horizon = (int) ( $height * 0.66 );
	for ( $y = 0; $y < $height; $y++ ) {
		// the water shows the sky upside down, darker
		$share = $y < $horizon ? $y / $horizon : 0.75 - 0.6 * ( $y - $horizon ) / ( $height - $horizon );
		$color = newsprint_seed_shade( $image, $sky[0], $sky[1], $share );
		imageline( $image, 0, $y, $width, $y, $color );
	}
	$sun_x = (int) ( $width * ( 0.2 + 0.13 * ( $number % 5 ) ) );
	for ( $radius = 90; $radius > 40; $radius -= 2 ) {
		imagefilledellipse( $image, $sun_x, (int) ( $height * 0.4 ), $radius * 2, $radius * 2, imagecolorallocatealpha( $image, 255, 236, 200, 118 ) );
	}
	imagefilledellipse( $image, $sun_x, (int) ( $height * 0.4 ), 80, 80, imagecolorallocate( $image, 255, 244, 220 ) );
	for ( $hill = 0; $hill < 3; $hill++ ) {
		$color = newsprint_seed_shade( $image, $sky[1], [ 22, 42, 52 ], 0.35 + 0.28 * $hill );
		for ( $x = 0; $x < $width; $x++ ) {
			$wave = sin( $x / $width * ( 5 + 2 * $hill ) + $number + $hill ) + 0.5 * sin( $x / $width * 17 + $number * 2 + $hill );
			$top  = (int) ( $horizon - $height * ( 0.2 - 0.06 * $hill + 0.05 * $wave ) );
			imageline( $image, $x, min( $top, $horizon ), $x, $horizon, $color );
		}
	}
	for ( $i = 0; $i < 60; $i++ ) {
		$y = mt_rand( $horizon + 8, $height - 8 );
		$x = $sun_x + mt_rand( -200, 200 );
		imageline( $image, $x, $y, $x + mt_rand( 20, 90 ), $y, imagecolorallocatealpha( $image, 255, 240, 215, 80 ) );
	}
	imagejpeg( $image, $file, 82 );
}

// Returns the attachment's ID.
function newsprint_seed_image( $name, $number, $alt, $caption = '', $width = 1200, $height = 800 ) {
	$folder = wp_upload_dir();
	$file   = "{$folder['path']}/$name.jpg";
	newsprint_seed_landscape( $file, $width, $height, $number );
	$attachment = [
		'post_mime_type' => 'image/jpeg',
		'post_title'     => ucfirst( str_replace( '-', ' ', $name ) ),
		'post_excerpt'   => $caption,
		'post_status'    => 'inherit',
		'guid'           => "{$folder['url']}/$name.jpg",
	];
	$id = wp_insert_attachment( $attachment, $file );
	wp_update_attachment_metadata( $id, wp_generate_attachment_metadata( $id, $file ) );
	update_post_meta( $id, '_wp_attachment_image_alt', $alt );
	return $id;
}
