'use strict';
(() => {
  const all = (css, root = document) => [...root.querySelectorAll(css)];
  const one = (css, root = document) => root.querySelector(css);

  // Charts: uPlot, in the colours of the style sheet.
  const colours = {fatal: '--fatal', error: '--error', warn: '--warn', info: '--info', failed: '--error', forbidden: '--warn', gone: '--soft', received: '--link', unchanged: '--good', facts: '--link', filled: '--link', 'in doubt': '--warn'};
  const ink = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const plot = figure => {
    const names = figure.dataset.series.split(',');
    const axis = {stroke: ink('--soft'), grid: {stroke: ink('--line'), width: 1}, ticks: {stroke: ink('--line')}};
    const day = t => { const at = new Date(t * 1e3).toISOString(); return at.slice(11, 16) === '00:00' ? at.slice(5, 10) : at.slice(11, 16); };
    const whole = [1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7].flatMap(n => [n, 2 * n, 5 * n]);
    const width = () => Math.max(200, figure.clientWidth);
    figure.replaceChildren();
    const chart = new uPlot({
      width: width(), height: 200, legend: {live: false}, tzDate: t => uPlot.tzDate(new Date(t * 1e3), 'Etc/UTC'),
      series: [{}, ...names.map(name => ({label: name, stroke: ink(colours[name] || '--link'), width: 1.5, spanGaps: true, points: {size: 4}}))],
      axes: [{...axis, values: (u, ticks) => ticks.map(day)}, {...axis, size: 60, incrs: whole}]
    }, JSON.parse(figure.dataset.points), figure);
    addEventListener('resize', () => chart.setSize({width: width(), height: 200}));
  };
  const draw = () => all('.plot').forEach(plot);
  if (window.uPlot) {
    draw();
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', draw);
  }

  // A cell and its place in the text light up together.
  const light = span => {
    all('.lit').forEach(e => e.classList.remove('lit'));
    return span ? all(`[data-span="${span}"]`).map(e => (e.classList.add('lit'), e)) : [];
  };
  const bring = (from, lit) => lit.filter(e => e !== from && (e.tagName === 'MARK') !== (from.tagName === 'MARK')).slice(0, 1)
    .forEach(e => e.scrollIntoView({block: 'nearest', inline: 'nearest'}));
  const spanOf = e => e.target.closest && e.target.closest('[data-span]');
  document.addEventListener('pointerover', e => { const s = spanOf(e); if (s) light(s.dataset.span); });
  document.addEventListener('focusin', e => { const s = spanOf(e); if (s) bring(s, light(s.dataset.span)); });
  document.addEventListener('click', e => { const s = spanOf(e); if (s) { s.focus(); bring(s, light(s.dataset.span)); } });
  const asked = new URLSearchParams(location.search).get('at') || (one('[data-at]') || {dataset: {}}).dataset.at;
  if (asked && /^\d+-\d+$/.test(asked)) {
    const exact = light(asked);
    const [from, to] = asked.split('-').map(Number);
    const mark = exact.find(e => e.tagName === 'MARK') || all('mark[data-span]').find(e => {
      const [a, b] = e.dataset.span.split('-').map(Number);
      return a < to && from < b;
    });
    const box = mark && mark.closest('.raw');
    if (box) {
      light(mark.dataset.span);
      box.scrollTop += mark.getBoundingClientRect().top - box.getBoundingClientRect().top - box.clientHeight / 3;
    }
  }
  const step = by => {
    const cells = all('td[data-span], th[data-span], li[data-span]');
    const at = cells.indexOf(document.activeElement);
    const next = cells[Math.max(0, Math.min(cells.length - 1, at < 0 ? 0 : at + by))];
    if (next) next.focus();
  };

  // Who and why are typed once, also where the first rows are skipped.
  all('input[name=who], input[name=why]').forEach(input => {
    const key = 'decide.' + input.name;
    input.value = input.value || sessionStorage.getItem(key) || '';
    input.addEventListener('input', () => sessionStorage.setItem(key, input.value));
  });
  const who = one('.answer input[name=who]');
  if (who && !who.value) who.focus({preventScroll: true});

  // What is marked in the text, with its place there: each piece has its own, or none.
  const place = (node, offset, last) => {
    const piece = (node.nodeType === 1 ? node : node.parentElement).closest('[data-p], mark[data-span]');
    if (!piece || !piece.closest('.raw')) return null;
    const [from, to] = (piece.dataset.p || piece.dataset.span).split('-').map(Number);
    const before = document.createRange();
    before.setStart(piece, 0);
    before.setEnd(node, offset);
    return [...piece.textContent].length === to - from ? from + [...before.toString()].length : last ? to : from;
  };
  const missed = one('[data-missed]');
  const marked = () => {
    const chosen = getSelection();
    const field = name => missed.querySelector(`[name=${name}]`);
    if (chosen.rangeCount && !chosen.isCollapsed && chosen.anchorNode.parentElement.closest('.raw')) {
      const range = chosen.getRangeAt(0);
      const text = chosen.toString();
      const from = place(range.startContainer, range.startOffset, false);
      const to = place(range.endContainer, range.endOffset, true);
      field('found').value = text.trim();
      field('at').value = from !== null && to !== null && text === text.trim() ? `${from}-${to}` : '';
    }
    missed.open = true;
    (field('found').value ? field('subject') : field('found')).focus();
  };
  if (missed) missed.addEventListener('input', e => { if (e.target.name === 'found') one('[name=at]', missed).value = ''; });

  // Keys.
  const help = one('#help');
  const typing = e => e.target.matches('input:not([type=checkbox]):not([type=radio]), textarea, select');
  const press = name => { const button = one(`[data-key="${name}"]`); if (button) button.click(); return button; };
  const pages = {o: '/', s: '/subjects', c: '/compare', d: '/decide', f: '/flags'};
  let going = false;
  document.addEventListener('keydown', e => {
    if (e.key === 'Enter' && e.target.name === 'cells') { one('[data-keep]').click(); e.preventDefault(); return; }
    if (e.key === 'Escape' && typing(e)) { e.target.blur(); return; }
    if (e.ctrlKey || e.metaKey || e.altKey || typing(e) || help.open) return;
    if (going && pages[e.key]) { going = false; location.assign(pages[e.key]); e.preventDefault(); return; }
    going = e.key === 'g';
    if (e.key === '?') { help.showModal(); e.preventDefault(); }
    else if (e.key === '/') { one('#find').focus(); e.preventDefault(); }
    else if (e.key === 'j' || e.key === 'k') step(e.key === 'j' ? 1 : -1);
    else if (e.key === 'e' && one('[data-edit]')) { one('[data-edit]').open = true; one('[data-edit] input').focus(); e.preventDefault(); }
    else if (e.key === 'w' && one('[data-wide]')) { const wide = one('[data-wide]'); wide.checked = !wide.checked; }
    else if (e.key === 'm' && missed) { marked(); e.preventDefault(); }
    else if (/^[1-9asu]$/.test(e.key) && press(e.key)) e.preventDefault();
  });
  const opener = one('[data-help]');
  if (opener) opener.addEventListener('click', () => help.showModal());
  document.addEventListener('change', e => { if (e.target.matches('[data-all]')) all('input[name="flag"]').forEach(each => { each.checked = e.target.checked; }); });
})();
