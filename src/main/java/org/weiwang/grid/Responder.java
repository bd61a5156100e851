package org.weiwang.grid;

/**
 * 网格员: a post that serves a grid, several to a grid.
 *
 * @param gridCode the grid served
 * @param role such as 微网格长 or 楼栋长
 * @param scope which part of the grid, in words (3栋1–6层); empty for all of it
 * @param contact how to reach it, such as a duty telephone; null where that is not known
 */
public record Responder(String gridCode, String role, String scope, String contact) {}
