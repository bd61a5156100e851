/** The living circle over HTTP: results, isochrones, plans and siting. */
package org.weiwang.http.circle;
