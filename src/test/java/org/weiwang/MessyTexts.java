package org.weiwang;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Texts that look like addresses of the demo county, more or less. */
public final class MessyTexts {
    /** What a text must never do harm by. */
    public static final List<String> ODD =
            List.of(
                    "=1+1",
                    "@SUM(A1)",
                    "'; DROP TABLE address; --",
                    "\" OR \"\"=\"",
                    "text:* AND (a OR b) NOT c~2^3",
                    "[* TO *]",
                    "/(a+)+/",
                    "\\",
                    "a\nb,c\t\"d\"",
                    "\u0001\u001f",
                    "😀😀号",
                    "👨‍👩‍👧",
                    "ǅ İ ß ﬃ ㍿",
                    "1",
                    "号",
                    "栋单元室",
                    "一二三四五六七八九十",
                    "路路路路路路",
                    "-".repeat(200),
                    "1-".repeat(100),
                    "村".repeat(200),
                    "蒲江县".repeat(60),
                    "103.5065,30.1968",
                    "北纬30.1968 东经103.5065",
                    "203.5,30.2",
                    "蒲江县",
                    "鹤山街道",
                    "蒲江县人民医院",
                    "天涯海角");

    private MessyTexts() {}

    /** The odd ones, and others that are made of addresses of the demo county. */
    public static List<String> some(int addresses, long seed) throws IOException {
        List<String> lines = Files.readAllLines(ServedDemoCounty.FOLDER.resolve("addresses.csv"));
        SplittableRandom random = new SplittableRandom(seed);
        List<String> texts = new ArrayList<>(ODD);
        for (int i = 0; i < addresses; i++) {
            String text = lines.get(1 + random.nextInt(lines.size() - 1)).split(",")[0];
            texts.add(text);
            texts.add(distorted(text, random));
        }
        return texts;
    }

    private static String distorted(String text, SplittableRandom random) {
        int at = random.nextInt(1, text.length() - 1);
        return switch (random.nextInt(11)) {
            case 0 -> text.replace("蒲江县", "");
            case 1 -> text.replaceFirst("^蒲江县.*?(街道|镇)", "");
            case 2 -> text.replaceFirst("[0-9]+", "99999");
            case 3 -> text.replaceFirst("[0-9]+", "" + random.nextInt(1, 60));
            case 4 -> text.substring(0, at) + "　" + text.substring(at);
            case 5 -> text.substring(0, at) + text.substring(at + 1);
            case 6 -> text.substring(0, at) + "山" + text.substring(at + 1);
            case 7 -> text.substring(0, at);
            case 8 -> text + "旁边";
            case 9 -> text.substring(at) + "，" + text.substring(0, at);
            default -> text + random.nextInt(1, 9) + "楼501室";
        };
    }
}
