// The one place that names Leaflet's version; index.html and ogc/layout.html have its style sheet.
export * from './webjars/leaflet/1.9.4/dist/leaflet-src.esm.js';
