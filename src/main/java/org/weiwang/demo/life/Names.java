package org.weiwang.demo.life;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/** Invents names as they are usual in western Sichuan; none is given twice within its kind. */
final class Names {
    private static final List<String> STREETS =
            List.of(
                    ("桫椤 清溪 青竹 桂香 银杏 茶香 惠民 文华 书院 迎宾 滨河 长宁 安康 和顺 永兴 新民 人和 同心 仁义 光华"
                                    + " 春晖 望江 松林 翠屏 凤鸣 龙腾 鹤林 杏林 柳荫 荷塘 梅园 竹海 兰亭 菊香 樟树 楠木 芙蓉"
                                    + " 海棠 紫薇 玉兰 金桂 丹枫 碧水 蓝田 白鹭 黄鹂 丰收 富民 裕民 兴业 振兴 建设 解放 人民"
                                    + " 团结 胜利 友谊 和平 民主 幸福 健康 平安 吉祥 如意 康宁 宏远 博雅 崇文 尚学 明德 育才"
                                    + " 学府 工农 交通 东升 南河 西江 北斗 中兴 上河 下坝 老码头 水巷 油坊 盐市 米市 布市 骡马"
                                    + " 铁匠 打铜 染坊 石桥 磨房 古井 花市 药王 禹王 川主 文庙 武庙 城隍 东岳 观音 魁星 状元"
                                    + " 探花 进士 举人 听涛 揽月 朝晖 晚霞 锦江 岷江 府河 临邛 广福 万福 长寿 百花 千禧 世纪"
                                    + " 星光 阳光 彩虹 金沙 银河 玉泉 甘泉 涌泉 龙潭 凤池 麒麟 仙鹤")
                            .split(" "));
    private static final String[] ROAD_ENDINGS = {"路", "街", "路", "街", "巷"};
    private static final String[] ESTATES =
            ("锦绣 阳光 金桂 翠湖 香樟 御景 滨江 书香 和谐 金色 丽景 天府 蜀韵 清水 绿地 碧云 紫荆 枫林 世纪 东方 幸福"
                            + " 康乐 怡和 盛世 华庭 茗香 鹤鸣 望山 听泉 江畔 鑫源 宏发 恒福 嘉和 瑞丰 福满 雅居 水岸"
                            + " 龙湾 凤凰")
                    .split(" ");
    private static final String[] ESTATE_ENDINGS = {
        "花园", "家园", "小区", "苑", "名城", "华府", "雅苑", "新城", "佳园", "公馆"
    };
    private static final String[] SURNAMES =
            "张 王 李 刘 陈 杨 黄 周 吴 徐 孙 胡 朱 高 林 何 郭 马 罗 梁 宋 郑 谢 韩 唐 冯 董 萧 程 曹 袁 邓 许 傅 沈 曾 彭 吕 苏 卢"
                    .split(" ");
    private static final String[] HAMLET_ENDINGS = {"家林盘", "家院子", "家大院", "家坝", "家湾", "家碾"};
    private static final String[] UNITS = {
        "粮站", "供销社", "农机站", "水务站", "供电所", "林业站", "邮政所", "农技站", "食品站", "机械厂", "丝厂", "茶厂"
    };

    private final SplittableRandom random;
    private final Set<String> taken = new HashSet<>();

    /** How many names each scope has; when all are taken, they are given again as second phases. */
    private final Map<Integer, Integer> firsts = new HashMap<>();

    Names(SplittableRandom random) {
        this.random = random;
    }

    /** Names for the streets of one town, all different. */
    List<String> streets(int count) {
        List<String> stems = new ArrayList<>(STREETS);
        List<String> names = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String ending = ROAD_ENDINGS[i % ROAD_ENDINGS.length];
            if (stems.isEmpty()) {
                names.add("新" + names.get(i - STREETS.size()));
            } else {
                names.add(stems.remove(random.nextInt(stems.size())) + ending);
            }
        }
        return names;
    }

    String estate(int town) {
        return first(town, ESTATES, ESTATE_ENDINGS);
    }

    String hamlet(int community) {
        return first(-1 - community, SURNAMES, HAMLET_ENDINGS);
    }

    String unit() {
        return UNITS[random.nextInt(UNITS.length)];
    }

    /** The wish, or the wish with a number before it where the wish is taken. */
    String unique(String stem, String ending) {
        String name = stem + ending;
        for (int i = 2; !taken.add(name); i++) {
            name = stem + "第" + Numerals.of(i) + ending;
        }
        return name;
    }

    /** Whether the name could be an estate's, rather than that of staff housing or a courtyard. */
    static boolean isEstate(String name) {
        return Arrays.stream(ESTATE_ENDINGS).anyMatch(name::endsWith);
    }

    private String first(int scope, String[] stems, String[] endings) {
        int before = firsts.merge(scope, 1, Integer::sum) - 1;
        int phase = 1 + before / (stems.length * endings.length);
        while (true) {
            String name =
                    pick(stems) + pick(endings) + (phase == 1 ? "" : Numerals.of(phase) + "期");
            if (taken.add(scope + name)) {
                return name;
            }
        }
    }

    String pick(String... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
