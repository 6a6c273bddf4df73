/** Style and script of the carry kit: they lie inside index.html, which loads nothing. */

export const kitStyle = `
:root{--ink:#1F4571;--line:#d5dce4;--soft:#f4f7fa;--text:#1d2733;--muted:#5b6875;--warn:#8a4b00}
*{box-sizing:border-box}
body{margin:0;background:#fff;color:var(--text);font:15px/1.65 "Microsoft YaHei","PingFang SC","Noto Sans CJK SC","Noto Sans SC",system-ui,sans-serif}
header{background:var(--ink);color:#fff;padding:28px 0}
header h1{margin:0 0 12px;font-size:24px;line-height:1.35}
.wide{max-width:1040px;margin:0 auto;padding:0 24px}
dl{display:grid;grid-template-columns:max-content 1fr;gap:4px 18px;margin:0}
dt{opacity:.75}dd{margin:0;overflow-wrap:anywhere}
.sample,.warn{background:#fff4e0;color:var(--warn);border-left:4px solid #e0962a;padding:10px 14px;margin:16px 0}
h2{color:var(--ink);font-size:19px;border-bottom:2px solid var(--ink);padding-bottom:6px;margin:36px 0 12px}
h3{font-size:16px;margin:22px 0 8px}
.hint{color:var(--muted);margin:0 0 12px}
table{border-collapse:collapse;width:100%;margin:0 0 12px}
th,td{border:1px solid var(--line);padding:7px 10px;text-align:left;vertical-align:top}
th{background:var(--soft);font-weight:600}
.pairs th{width:30%}.pairs td.act,.act{width:1%;white-space:nowrap}
.value{white-space:pre-wrap;overflow-wrap:anywhere}
.empty{color:var(--muted)}
.scroll{overflow-x:auto}
.hash{font:12px/1.5 Consolas,"DejaVu Sans Mono",monospace;color:var(--muted);overflow-wrap:anywhere}
button{font:inherit;font-size:13px;color:var(--ink);background:#fff;border:1px solid var(--ink);border-radius:4px;padding:2px 10px;cursor:pointer}
button:hover,button:focus-visible{background:var(--ink);color:#fff}
button.copied{background:#2e7d4f;border-color:#2e7d4f;color:#fff}
.slot{border:1px solid var(--line);border-radius:6px;padding:12px 16px;margin:0 0 14px}
.slot h3{margin:0 0 4px}
.slot table{margin:8px 0 0}.slot td:nth-child(3){width:28%}
label{cursor:pointer;white-space:nowrap}
input{width:18px;height:18px;vertical-align:-3px;accent-color:var(--ink)}
tr.done td{background:#eef7f1}
.progress{float:right;color:var(--muted);font-size:14px;font-weight:400}
ol,ul{padding-left:1.6em}
footer.wide{margin-top:28px;border-top:1px solid var(--line);color:var(--muted);padding:24px 0 48px}
@media print{header{background:none;color:var(--text);border-bottom:3px solid var(--ink)}button{display:none}.slot,tr{break-inside:avoid}h2,h3{break-after:avoid}body{font-size:11pt}}
`

/**
 * Copies a button's text and keeps the ticks. The clipboard's own interface comes first; the older
 * way serves browsers that deny it to pages opened from a folder.
 */
export const kitScript = `
'use strict';
const store = {
  read(key) { try { return localStorage.getItem(key) } catch { return null } },
  write(key, value) { try { localStorage.setItem(key, value) } catch {} }
};
function copyTheOldWay(text) {
  const area = document.createElement('textarea');
  area.value = text;
  document.body.append(area);
  area.select();
  const done = document.execCommand('copy');
  area.remove();
  return done;
}
async function copy(text) {
  try { await navigator.clipboard.writeText(text); return true } catch { return copyTheOldWay(text) }
}
document.addEventListener('click', async (event) => {
  const button = event.target.closest('button[data-copy]');
  if (!button || !(await copy(button.dataset.copy))) return;
  const label = button.dataset.label ?? button.textContent;
  button.dataset.label = label;
  button.textContent = document.body.dataset.copied;
  button.classList.add('copied');
  setTimeout(() => { button.textContent = label; button.classList.remove('copied') }, 1500);
});
const ticks = [...document.querySelectorAll('input[data-tick]')];
function show() {
  for (const tick of ticks) tick.closest('tr').classList.toggle('done', tick.checked);
  const done = ticks.filter((tick) => tick.checked).length;
  const progress = document.querySelector('.progress');
  if (progress) progress.textContent = progress.dataset.text.replace('#', done);
}
for (const tick of ticks) {
  const key = document.body.dataset.bundle + '/' + tick.dataset.tick;
  tick.checked = store.read(key) === '1';
  tick.addEventListener('change', () => { store.write(key, tick.checked ? '1' : '0'); show() });
}
show();
`
