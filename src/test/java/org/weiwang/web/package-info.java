/** The map page, driven in a real browser against a real server with the demo county. */
package org.weiwang.web;
