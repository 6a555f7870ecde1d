<?php
/**
 * WordPress's `.maintenance`: the site is under maintenance for the requests that ask for it.
 */
$upgrading = isset( $_SERVER['HTTP_X_TADWINA_MAINTENANCE'] ) ? time() : 0;
