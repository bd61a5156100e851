/** HTTP in and out: a handler parses, calls and writes. Nothing else knows Javalin. */
package org.weiwang.http;
