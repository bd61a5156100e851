package org.weiwang.edition.checking;

import java.util.List;
import java.util.Locale;
import org.weiwang.grid.Level;
import org.weiwang.grid.check.Finding;

/** What a finding says to people, in one sentence. */
public final class Sentence {
    /** How many codes are named; a gap may have dozens of neighbours. */
    private static final int NAMED = 4;

    private Sentence() {}

    public static String english(Finding finding) {
        String grids = grids(finding, "no code", ", ", " and %1$d more");
        String one = "%s %s".formatted(english(finding.level()), grids);
        String ground = "%s m² up to %s m wide".formatted(area(finding), width(finding));
        return switch (finding.kind()) {
            case MALFORMED_CODE ->
                    "The code \"%s\" of a %s is not 1 to 32 of 0-9, A-Z, a-z and -"
                            .formatted(first(finding), english(finding.level()));
            case DUPLICATE_CODE ->
                    "The code %s is that of another row, too".formatted(first(finding));
            case NO_NAME -> "%s has no name".formatted(capital(one));
            case NO_PARENT -> "%s names no parent".formatted(capital(one));
            case ORPHAN ->
                    "The parent %s of %s is no %s of this edition"
                            .formatted(finding.detail(), one, englishParent(finding.level()));
            case EMPTY_GEOMETRY -> "%s has no outline".formatted(capital(one));
            case INVALID_GEOMETRY ->
                    "The outline of %s is invalid: %s".formatted(one, lower(finding.detail()));
            case GAP, GAP_SLIVER ->
                    "No %s covers %s, between %s"
                            .formatted(english(finding.level()), ground, grids);
            case OVERLAP, OVERLAP_SLIVER ->
                    "The %ss %s overlap in %s".formatted(english(finding.level()), grids, ground);
            case OUTSIDE_PARENT, OUTSIDE_PARENT_SLIVER ->
                    "%s lies outside of its parent%s in %s"
                            .formatted(capital(one), detail(finding, " %s"), ground);
            case PARENT_NOT_FILLED, PARENT_NOT_FILLED_SLIVER ->
                    "Nothing below %s covers %s".formatted(one, ground);
            case ACROSS_COMMUNITIES ->
                    "%s %s lies in community %s, too, in %s"
                            .formatted(
                                    capital(english(finding.level())),
                                    first(finding),
                                    others(finding, ", "),
                                    ground);
            case NEIGHBOUR_OVERLAP ->
                    "%s and edition %s of the neighbour overlap in %s"
                            .formatted(capital(one), finding.detail(), ground);
            case NEIGHBOUR_GAP ->
                    "Between %s and edition %s of the neighbour nothing covers %s"
                            .formatted(one, finding.detail(), ground);
            case SEPARATE_PARTS ->
                    "%s has %d separate parts".formatted(capital(one), finding.count());
            case DUPLICATE_NAME ->
                    "%s has the same name as another one of its parent: %s"
                            .formatted(capital(one), finding.detail());
            case HOUSEHOLDS -> "%s has %d households".formatted(capital(one), finding.count());
            case ADDRESS_OUTSIDE ->
                    finding.at() == null
                            ? "%d further addresses lie in no grid".formatted(finding.count())
                            : "An address lies in no grid";
            case ADDRESSES_MOVE ->
                    "%d addresses go from %s to %s"
                            .formatted(finding.count(), first(finding), others(finding, ", "));
        };
    }

    public static String chinese(Finding finding) {
        String grids = grids(finding, "无编码", "、", " 等共 %2$d 个");
        String one = "%s %s".formatted(chinese(finding.level()), grids);
        String ground = "%s 平方米，最宽 %s 米".formatted(area(finding), width(finding));
        return switch (finding.kind()) {
            case MALFORMED_CODE ->
                    "%s编码“%s”不合规，应为 1 至 32 位数字、字母或连字符"
                            .formatted(chinese(finding.level()), first(finding));
            case DUPLICATE_CODE -> "编码 %s 与前面的记录重复".formatted(first(finding));
            case NO_NAME -> "%s 没有名称".formatted(one);
            case NO_PARENT -> "%s 没有上级编码".formatted(one);
            case ORPHAN ->
                    "%s 的上级 %s 不是本版次的%s"
                            .formatted(one, finding.detail(), chineseParent(finding.level()));
            case EMPTY_GEOMETRY -> "%s 没有边界".formatted(one);
            case INVALID_GEOMETRY ->
                    "%s 的边界图形无效：%s".formatted(one, chineseReason(finding.detail()));
            case GAP, GAP_SLIVER ->
                    "%s之间有空隙：%s，位于 %s之间".formatted(chinese(finding.level()), ground, grids);
            case OVERLAP, OVERLAP_SLIVER -> "%s 重叠：%s".formatted(one, ground);
            case OUTSIDE_PARENT, OUTSIDE_PARENT_SLIVER ->
                    "%s 超出上级%s：%s".formatted(one, detail(finding, " %s"), ground);
            case PARENT_NOT_FILLED, PARENT_NOT_FILLED_SLIVER ->
                    "%s 未被下级网格覆盖：%s".formatted(one, ground);
            case ACROSS_COMMUNITIES ->
                    "%s %s 跨社区，还位于 %s：%s"
                            .formatted(
                                    chinese(finding.level()),
                                    first(finding),
                                    others(finding, "、"),
                                    ground);
            case NEIGHBOUR_OVERLAP ->
                    "%s 与相邻区县版次 %s 重叠：%s".formatted(one, finding.detail(), ground);
            case NEIGHBOUR_GAP -> "%s 与相邻区县版次 %s 之间有空隙：%s".formatted(one, finding.detail(), ground);
            case SEPARATE_PARTS -> "%s 由 %d 个分离的部分组成".formatted(one, finding.count());
            case DUPLICATE_NAME -> "%s 与同一上级下的另一网格同名：%s".formatted(one, finding.detail());
            case HOUSEHOLDS -> "%s 有 %d 户，超出规定范围".formatted(one, finding.count());
            case ADDRESS_OUTSIDE ->
                    finding.at() == null
                            ? "还有 %d 个地址不在任何网格内".formatted(finding.count())
                            : "有地址不在任何网格内";
            case ADDRESSES_MOVE ->
                    "%d 个地址从 %s 划归 %s"
                            .formatted(finding.count(), first(finding), others(finding, "、"));
        };
    }

    private static String grids(Finding finding, String none, String between, String more) {
        List<String> codes = finding.grids().stream().map(c -> c.isEmpty() ? none : c).toList();
        return codes.size() <= NAMED
                ? String.join(between, codes)
                : String.join(between, codes.subList(0, NAMED))
                        + more.formatted(codes.size() - NAMED, codes.size());
    }

    private static String first(Finding finding) {
        return finding.grids().isEmpty() ? "" : finding.grids().get(0);
    }

    private static String others(Finding finding, String between) {
        List<String> codes = finding.grids();
        return String.join(between, codes.subList(Math.min(1, codes.size()), codes.size()));
    }

    private static String detail(Finding finding, String form) {
        return finding.detail() == null ? "" : form.formatted(finding.detail());
    }

    private static String width(Finding finding) {
        return finding.width() == null ? "?" : String.format(Locale.ROOT, "%.2f", finding.width());
    }

    private static String area(Finding finding) {
        return finding.squareMetres() == null
                ? "?"
                : String.format(Locale.ROOT, "%.1f", finding.squareMetres());
    }

    private static String english(Level level) {
        return level == null
                ? "feature"
                : "%s grid".formatted(level.name().toLowerCase(Locale.ROOT));
    }

    private static String englishParent(Level level) {
        return english(level == Level.MICRO ? Level.GENERAL : Level.COMMUNITY);
    }

    private static String chineseParent(Level level) {
        return chinese(level == Level.MICRO ? Level.GENERAL : Level.COMMUNITY);
    }

    private static String chinese(Level level) {
        if (level == null) {
            return "图形";
        }
        return switch (level) {
            case COMMUNITY -> "社区总网格";
            case GENERAL -> "一般网格";
            case MICRO -> "微网格";
            case DEDICATED -> "专属网格";
        };
    }

    /** JTS's reasons; one that is not known stands as it is. */
    private static String chineseReason(String reason) {
        return switch (reason == null ? "" : reason) {
            case "Self-intersection" -> "自相交";
            case "Ring Self-intersection" -> "环自相交";
            case "Hole lies outside shell" -> "孔在外环之外";
            case "Holes are nested" -> "孔相互嵌套";
            case "Interior is disconnected" -> "内部不连通";
            case "Nested shells" -> "外环相互嵌套";
            case "Duplicate Rings" -> "环重复";
            case "Too few distinct points in geometry component" -> "点数过少";
            case "Ring is not closed" -> "环未闭合";
            default -> reason;
        };
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private static String lower(String text) {
        return text == null ? "" : text.toLowerCase(Locale.ROOT);
    }
}
