<?php
/**
 * What only this site can sign: tokens for the authors of comments, who have no account.
 *
 * @package Tadwina
 */

namespace Tadwina;

defined( 'ABSPATH' ) || exit;

/**
 * Signs parts with the secret keys of the site.
 *
 * @param string     $purpose  What the signature is for. A signature for one purpose is none for another.
 * @param string|int ...$parts What is signed. None but the last may contain a line break, so that no two lists are alike.
 * @return string 64 hexadecimal digits.
 */
function sign( string $purpose, ...$parts ): string {
	return hash_hmac( 'sha256', implode( "\n", array( 'tadwina', $purpose, ...$parts ) ), wp_salt( 'auth' ) );
}
