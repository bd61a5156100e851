package org.weiwang.demo.life;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.weiwang.demo.division.Division;

/** Who serves the grids: several posts to a micro grid, one to every other grid. */
final class Posts {
    private Posts() {}

    static List<Post> of(Ground ground, Housing housing, SplittableRandom random) {
        Division division = ground.division();
        List<Post> posts = new ArrayList<>();
        for (int c = 0; c < division.communities().size(); c++) {
            String name = division.communities().get(c).community().name();
            posts.add(new Post(division.communityCode(c), "总网格长", name, telephone(posts)));
        }
        for (int g = 0; g < division.generals().size(); g++) {
            String scope = "第" + Numerals.of(division.generals().get(g).number()) + "网格";
            posts.add(new Post(division.generalCode(g), "专职网格员", scope, telephone(posts)));
        }
        for (int m = 0; m < division.micros().size(); m++) {
            ofMicro(division.microCode(m), housing.micro(m), random, posts);
        }
        for (int d = 0; d < division.dedicated().size(); d++) {
            posts.add(new Post(division.dedicatedCode(d), "专属网格长", "全网格", telephone(posts)));
        }
        return posts;
    }

    /** Who leads a micro grid. */
    static Post leader(String micro, String contact) {
        return new Post(micro, "微网格长", "全网格", contact);
    }

    private static void ofMicro(
            String code, MicroFacts facts, SplittableRandom random, List<Post> posts) {
        List<String> scopes = facts.scopes();
        posts.add(leader(code, telephone(posts)));
        if (random.nextInt(5) > 0) {
            posts.add(new Post(code, "微网格员", scopes.get(0), ""));
        }
        boolean buildings = facts.kind().equals("小区") || facts.kind().equals("院落");
        if (buildings) {
            for (int i = 0; i < Math.min(2, scopes.size()); i++) {
                posts.add(new Post(code, "楼栋长", scopes.get(i), ""));
            }
        } else if (random.nextInt(3) == 0) {
            posts.add(new Post(code, "微网格员", scopes.get(scopes.size() - 1), ""));
        }
        if (random.nextInt(10) < 4) {
            posts.add(new Post(code, "党员志愿者", scopes.get(random.nextInt(scopes.size())), ""));
        }
    }

    /** No number in Chengdu begins with 0, so nobody is rung up by mistake. */
    private static String telephone(List<Post> before) {
        return "028-0%07d".formatted(before.size() + 1);
    }
}
