/** How resources are written as pages for people: their frame, their words and their language. */
package org.weiwang.http.ogc.html;
