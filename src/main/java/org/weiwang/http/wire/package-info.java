/** What all handlers share: parameters, bodies, who asks and may, problems, links. */
package org.weiwang.http.wire;
