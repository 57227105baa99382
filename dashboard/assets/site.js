// Enriches pages that are whole without it: sorts tables, filters lists.
"use strict";

function cellValue(row, column) {
  var cell = row.cells[column];
  return cell.dataset.sort || cell.textContent.trim();
}

// number reads what the page wrote: 1.234 or 1,234, 38%, <5. NaN for words.
function number(text) {
  if (!/^[<\-–]?[\d.,]+%?(–[\d.,]+)?$/.test(text)) return NaN;
  var plain = text.split("–")[0].replace(/[<%]/g, "");
  if (document.documentElement.lang === "nl") plain = plain.replace(/\./g, "").replace(",", ".");
  else plain = plain.replace(/,/g, "");
  return parseFloat(plain);
}

function sortBy(table, column, heading) {
  var up = heading.getAttribute("aria-sort") !== "ascending";
  table.querySelectorAll("th[aria-sort]").forEach(function (th) { th.removeAttribute("aria-sort"); });
  heading.setAttribute("aria-sort", up ? "ascending" : "descending");
  var body = table.tBodies[0];
  var rows = Array.from(body.rows);
  rows.sort(function (a, b) {
    var x = cellValue(a, column), y = cellValue(b, column);
    var order = number(x) - number(y);
    if (isNaN(order)) order = x.localeCompare(y, document.documentElement.lang, { numeric: true });
    return up ? order : -order;
  });
  rows.forEach(function (row) { body.appendChild(row); });
}

document.querySelectorAll("table.sortable").forEach(function (table) {
  Array.from(table.tHead.rows[0].cells).forEach(function (heading, column) {
    var button = document.createElement("button");
    button.type = "button";
    button.textContent = heading.textContent;
    button.addEventListener("click", function () { sortBy(table, column, heading); });
    heading.textContent = "";
    heading.appendChild(button);
  });
});

document.querySelectorAll(".filter").forEach(function (place) {
  var list = document.getElementById(place.dataset.filter);
  if (!list) return;
  var items = Array.from(list.querySelectorAll("tbody tr, ul.findings > li"));
  var label = document.createElement("label");
  var input = document.createElement("input");
  var output = document.createElement("output");
  label.textContent = place.dataset.label;
  input.type = "search";
  input.id = "filter-" + place.dataset.filter;
  label.htmlFor = input.id;
  output.htmlFor = input.id;
  place.append(label, input, output);
  input.addEventListener("input", function () {
    var words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
    var shown = 0;
    items.forEach(function (item) {
      var text = item.textContent.toLowerCase();
      var fits = words.every(function (word) { return text.includes(word); });
      item.hidden = !fits;
      if (fits) shown++;
    });
    output.textContent = words.length ? place.dataset.count.replace("%d", shown).replace("%d", items.length) : "";
  });
});
