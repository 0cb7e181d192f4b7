/**
 * Chronotope in a page of yours: frames that are as high as what they show, and a view that the page can set and follow.
 *
 *     <iframe data-chronotope src="https://example.org/map/embed/" ...></iframe>
 *     <script async src="https://example.org/map/embed.js"></script>
 *
 * A frame works without this script, at the height it is given. The code for a frame comes from "Share", "Embed".
 *
 * Attributes of the frame:
 *   data-chronotope              this script takes care of it, whenever it comes into the page
 *   data-chronotope-param="map"  the frame shows what the page's own address says, `?map=` or `#map=`: a view, that is, the part of
 *                                a Chronotope link behind its question mark, escaped: `?map=place%3Dmoscow`
 *   data-chronotope-height="keep"  the height stays as it is
 *
 * An event of the frame, when its reader has another view (it bubbles):
 *   frame.addEventListener('chronotope:view', function (event) { event.detail.view })     'from=2025-07&place=moscow'
 *
 * A function:
 *   Chronotope.setView(frame, 'from=2025-07&place=moscow')     a view, or a whole link; '' is the view it opens with
 *
 * What is said between the page and a frame (postMessage): objects with `chronotope: 1` and a `type`. The frame says `here`, and
 * once more when a script that comes late says `knock`; this script answers `hello`, with the view if there is one, and from
 * then on either tells the other `view`, and the frame its `height`. Each hears the other alone: this script only the window of a frame with the attribute, and only as long as it
 * shows the origin of its `src`; the frame only the page around it, and of that only the origin that said hello. All that the page can
 * do to the frame is choose a view; all that the frame can do to the page is its own height and the event above.
 *
 * A plain script and no module, in the language of 2009 and with what browsers have since 2017: a module from another site needs
 * CORS headers, which many hosts do not send; editing systems take `<script src>`; and nothing has to be built. No dependency.
 */
(function () {
	'use strict';

	if (window.Chronotope) return;

	var VERSION = 1;
	/** Longest view, in characters. */
	var MAX_VIEW = 2000;
	/** Heights that a frame may take, px. */
	var LEAST = 200;
	var MOST = 4000;

	/** What is known of each frame: { frame, isGreeted, asked }. */
	var known = [];

	function recordOf(frame) {
		for (var i = 0; i < known.length; i++) if (known[i].frame === frame) return known[i];
		var record = { frame: frame, isGreeted: false, asked: null };
		known.push(record);
		return record;
	}

	function frames() {
		return document.querySelectorAll('iframe[data-chronotope]');
	}

	/** The frame that a message is from; null: none of ours, or one that shows another site by now. */
	function frameOf(event) {
		var all = frames();
		for (var i = 0; i < all.length; i++) {
			if (all[i].contentWindow === event.source) return event.origin === originOf(all[i]) ? all[i] : null;
		}
		return null;
	}

	function originOf(frame) {
		try {
			return new URL(frame.src, document.baseURI).origin;
		} catch (error) {
			return null;
		}
	}

	/** The view in a text that is one, or a link to one. */
	function viewIn(text) {
		var view = String(text);
		if (/^https?:/i.test(view)) view = view.indexOf('?') < 0 ? '' : view.slice(view.indexOf('?'));
		return view.replace(/^\?/, '').replace(/#.*$/, '').slice(0, MAX_VIEW);
	}

	/** What the address of the page says for a frame; null: nothing. */
	function addressed(frame) {
		var name = frame.getAttribute('data-chronotope-param');
		if (!name) return null;
		var search = new URLSearchParams(location.search).get(name);
		var hash = new URLSearchParams(location.hash.replace(/^#/, '')).get(name);
		var found = hash === null ? search : hash;
		return found === null ? null : viewIn(found);
	}

	function post(frame, message) {
		var origin = originOf(frame);
		if (origin === null || origin === 'null' || !frame.contentWindow) return;
		message.chronotope = VERSION;
		frame.contentWindow.postMessage(message, origin);
	}

	function greet(frame) {
		var record = recordOf(frame);
		var asked = record.asked === null && !record.isGreeted ? addressed(frame) : record.asked;
		record.isGreeted = true;
		record.asked = null;
		post(frame, asked === null ? { type: 'hello' } : { type: 'hello', view: asked });
	}

	function setView(frame, view) {
		var record = recordOf(frame);
		// Until the frame is there it is kept, and goes along with the greeting.
		if (!record.isGreeted) record.asked = viewIn(view);
		else post(frame, { type: 'view', view: viewIn(view) });
	}

	function fit(frame, height) {
		if (typeof height !== 'number' || !isFinite(height) || height < 0) return;
		if (frame.getAttribute('data-chronotope-height') === 'keep') return;
		frame.style.height = height === 0 ? '' : Math.min(MOST, Math.max(LEAST, Math.ceil(height))) + 'px';
	}

	window.addEventListener('message', function (event) {
		var data = event.data;
		if (typeof data !== 'object' || data === null || data.chronotope !== VERSION) return;
		var frame = frameOf(event);
		if (frame === null) return;
		if (data.type === 'here') greet(frame);
		else if (!recordOf(frame).isGreeted) return;
		else if (data.type === 'height') fit(frame, data.height);
		else if (data.type === 'view' && typeof data.view === 'string' && data.view.length <= MAX_VIEW)
			frame.dispatchEvent(new CustomEvent('chronotope:view', { bubbles: true, detail: { view: data.view } }));
	});

	function follow() {
		var all = frames();
		for (var i = 0; i < all.length; i++) {
			var view = addressed(all[i]);
			if (view !== null) setView(all[i], view);
		}
	}

	/** Frames that were there long before this script, as where a reader has to agree first, have given up saying so. */
	function knock() {
		var all = frames();
		for (var i = 0; i < all.length; i++)
			if (all[i].contentWindow) all[i].contentWindow.postMessage({ chronotope: VERSION, type: 'knock' }, '*');
	}

	window.addEventListener('hashchange', follow);
	window.addEventListener('popstate', follow);

	window.Chronotope = { setView: setView };
	knock();
})();
