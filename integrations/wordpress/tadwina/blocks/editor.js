/**
 * The blocks in the editor: a preview that the server renders, and controls for the attributes beside it.
 *
 * JavaScript and not Rust, because the editor of WordPress is a JavaScript application.
 */
((blocks, blockEditor, components, element, i18n, ServerSideRender) => {
	const { createElement } = element;
	const { __ } = i18n;

	const TEXTS = {
		post: {
			label: __('Number of the article', 'tadwina'),
			help: __('Empty: the article that this block is a part of.', 'tadwina'),
		},
		slug: {
			label: __('Slug of the article', 'tadwina'),
			help: __('The last part of its address, instead of its number.', 'tadwina'),
		},
		commentLimit: {
			label: __('Most characters of a comment', 'tadwina'),
			help: __('Empty: 1000.', 'tadwina'),
		},
		depth: {
			label: __('Levels of replies', 'tadwina'),
			help: __('From 1 to 10. Empty: as under Settings → Discussion.', 'tadwina'),
		},
		base: {
			label: __('Path of the blog', 'tadwina'),
			help: __('Such as /blog. Empty: addresses are kept behind #.', 'tadwina'),
		},
		locale: {
			label: __('Language', 'tadwina'),
			help: __('Such as ar, ar-MA, fr or en. Empty: that of the site.', 'tadwina'),
		},
	};

	const CHOICES = {
		discussion: {
			label: __('Discussion', 'tadwina'),
			options: [
				{ value: '', label: __('Shown', 'tadwina') },
				{ value: 'none', label: __('Left out', 'tadwina') },
			],
		},
		order: {
			label: __('Order of the comments', 'tadwina'),
			options: [
				{ value: '', label: __('That of the site', 'tadwina') },
				{ value: 'asc', label: __('Oldest first', 'tadwina') },
				{ value: 'desc', label: __('Newest first', 'tadwina') },
			],
		},
		digits: {
			label: __('Digits', 'tadwina'),
			options: [
				{ value: '', label: __('The custom of the country', 'tadwina') },
				{ value: 'latn', label: '0123456789' },
				{ value: 'arab', label: '٠١٢٣٤٥٦٧٨٩' },
			],
		},
		theme: {
			label: __('Colours', 'tadwina'),
			options: [
				{ value: '', label: __('Those of the page', 'tadwina') },
				{ value: 'light', label: __('Light', 'tadwina') },
				{ value: 'dark', label: __('Dark', 'tadwina') },
			],
		},
	};

	const controls = ({ attributes, setAttributes }, names) =>
		names.map((name) => {
			const [Control, texts] =
				name in TEXTS ? [components.TextControl, TEXTS[name]] : [components.SelectControl, CHOICES[name]];
			return createElement(Control, {
				key: name,
				...texts,
				value: attributes[name],
				onChange: (value) => setAttributes({ [name]: value }),
			});
		});

	const register = (name, attributes) => {
		blocks.registerBlockType(name, {
			edit(props) {
				return createElement(
					'div',
					blockEditor.useBlockProps(),
					createElement(
						blockEditor.InspectorControls,
						null,
						createElement(components.PanelBody, { title: __('Settings', 'tadwina') }, controls(props, attributes)),
					),
					// Disabled, so that a link in the preview does not leave the editor.
					createElement(
						components.Disabled,
						null,
						createElement(ServerSideRender, {
							block: name,
							attributes: props.attributes,
							urlQueryArgs: props.context.postId ? { post_id: props.context.postId } : {},
						}),
					),
				);
			},
			save: () => null,
		});
	};

	register('tadwina/article', [
		'post',
		'slug',
		'discussion',
		'order',
		'depth',
		'commentLimit',
		'locale',
		'digits',
		'theme',
	]);
	register('tadwina/comments', ['post', 'slug', 'order', 'depth', 'commentLimit', 'locale', 'digits', 'theme']);
	register('tadwina/share', ['post', 'slug', 'locale', 'digits', 'theme']);
	register('tadwina/blog', ['base', 'order', 'depth', 'commentLimit', 'locale', 'digits', 'theme']);
})(wp.blocks, wp.blockEditor, wp.components, wp.element, wp.i18n, wp.serverSideRender);
