package org.weiwang.demo.life;

import java.util.List;

/**
 * What is known of a micro grid beside its outline.
 *
 * @param kind 小区, 院落, 林盘, 村组, 商业 or 单位
 * @param scopes what a post can be responsible for, such as 3栋 or 2组
 */
public record MicroFacts(String name, String kind, List<String> scopes) {
    public MicroFacts {
        scopes = List.copyOf(scopes);
    }
}
