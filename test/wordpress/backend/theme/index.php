<!doctype html>
<html <?php language_attributes(); ?>>
<head><meta charset="utf-8"><?php wp_head(); ?></head>
<body>
<?php
while ( have_posts() ) :
	the_post();
	?>
<article>
	<h1><a href="<?php the_permalink(); ?>"><?php the_title(); ?></a></h1>
	<?php
	if ( is_singular() ) {
		the_content();
		comments_template();
	}
	?>
</article>
	<?php
endwhile;
wp_footer();
?>
</body>
</html>
