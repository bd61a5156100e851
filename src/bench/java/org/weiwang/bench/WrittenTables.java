package org.weiwang.bench;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** How people write characters and numbers otherwise; small, and not the program's own tables. */
final class WrittenTables {
    /** Characters that names are made of. */
    static final String USUAL =
            "新花华龙江府和金福水山河桥香佳林泉名石兴天安东光桂清民景平大阳丰湾世云源星白红坝马鹤湖康长五青西溪文永双王方紫子望碧滨盛高寺南黄堰"
                    + "店元听凰枫樟玉庙井义合同市田恒居发满怡庭塘蜀坪茗绿竹明松胜团沙仁心春木九柏银海广里中川杨月寿北宿岳";

    /** Each group sounds alike, but for the tone. */
    private static final List<String> SOUNDS =
            List.of(
                    "魁葵奎逵", "云运芸匀", "旗棋齐琪奇", "树数竖", "华桦花画", "府福富符付", "马码玛", "新欣鑫心辛", "星兴行形", "金今锦近",
                    "明鸣名铭", "河和合荷何", "光广", "平坪萍苹", "龙隆珑", "清青情晴", "石时十实", "林临霖琳", "泉全权", "湖胡壶",
                    "元源圆园缘", "文闻雯", "书舒", "建健剑", "界解", "东冬", "西溪希夕", "南楠男", "天田甜", "香乡湘", "家佳嘉加",
                    "风丰峰枫", "宝保堡", "世市式是", "听厅", "宾滨彬", "玉育裕钰", "梅眉美", "坝霸", "塘唐堂糖", "义益艺亦", "井景静",
                    "红洪鸿虹", "白百柏", "贺鹤赫", "紫子", "城成诚程", "长常场", "民敏", "阳杨羊洋", "安庵", "康慷", "水税", "桥乔",
                    "江姜将", "松嵩", "春纯", "竹烛", "海骇", "永勇", "王望旺", "方芳房", "黄皇凰", "店殿电", "满曼", "木目牧",
                    "银寅", "月越岳", "寿授", "双霜", "高糕", "盛胜圣", "恒横", "居菊", "沙纱砂", "中忠钟", "仁人", "庙妙",
                    "怡宜仪");

    private static final String SIMPLIFIED =
            "华龙乐园号栋单区县镇乡东马门双云湾兴广庙桥开庆宝丽书学观关农场组楼风凤鸣鹤寿长银锦红绿罗陈张刘赵杨黄邓郑吴韩叶万义圣战胜团结进跃运达远连"
                    + "迎过岭岗渔泽济滨滩汉灵灯爱盐监盘码礼窑笔粮纪维织绣缘联艺节芦苏荣药莲营蓝讲设诚谊贤贵车轮轩辉边邮铁铜铺闸阳陆顶顺飞馆"
                    + "鱼鸡鹅齐岛师宾实导尧应发听启国图圆坝坛头宁宫机权来枫树欢沟洁";

    private static final String TRADITIONAL =
            "華龍樂園號棟單區縣鎮鄉東馬門雙雲灣興廣廟橋開慶寶麗書學觀關農場組樓風鳳鳴鶴壽長銀錦紅綠羅陳張劉趙楊黃鄧鄭吳韓葉萬義聖戰勝團結進躍運達遠連"
                    + "迎過嶺崗漁澤濟濱灘漢靈燈愛鹽監盤碼禮窯筆糧紀維織繡緣聯藝節蘆蘇榮藥蓮營藍講設誠誼賢貴車輪軒輝邊郵鐵銅鋪閘陽陸頂順飛館"
                    + "魚雞鵝齊島師賓實導堯應發聽啟國圖圓壩壇頭寧宮機權來楓樹歡溝潔";

    private static final Map<Character, Character> OLD = new HashMap<>();

    static {
        for (int i = 0; i < SIMPLIFIED.length(); i++) {
            OLD.put(SIMPLIFIED.charAt(i), TRADITIONAL.charAt(i));
        }
    }

    private static final String DIGITS = "零一二三四五六七八九";
    private static final String[] UNITS = {"", "十", "百", "千"};

    private WrittenTables() {}

    static String traditional(String text) {
        StringBuilder old = new StringBuilder();
        text.chars().forEach(c -> old.append(OLD.getOrDefault((char) c, (char) c)));
        return old.toString();
    }

    /** Another character of the same sound; 0 where none is known. */
    static char soundingLike(char c, Random random) {
        for (String group : SOUNDS) {
            if (group.indexOf(c) >= 0) {
                String others = group.replace(String.valueOf(c), "");
                return others.charAt(random.nextInt(others.length()));
            }
        }
        return 0;
    }

    /** 四百一十. */
    static String spoken(int number) {
        String digits = String.valueOf(number);
        StringBuilder text = new StringBuilder();
        boolean zero = false;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(i) - '0';
            if (digit == 0) {
                zero = true;
                continue;
            }
            text.append(zero ? "零" : "").append(DIGITS.charAt(digit));
            text.append(UNITS[digits.length() - 1 - i]);
            zero = false;
        }
        return text.toString().startsWith("一十") ? text.substring(1) : text.toString();
    }

    /** 四一〇. */
    static String digitByDigit(int number) {
        StringBuilder text = new StringBuilder();
        String.valueOf(number).chars().forEach(c -> text.append(DIGITS.charAt(c - '0')));
        return text.toString().replace('零', '〇');
    }

    static String fullWidth(String text) {
        StringBuilder wide = new StringBuilder();
        text.chars().forEach(c -> wide.append((char) (c > ' ' && c < 127 ? c + 0xfee0 : c)));
        return wide.toString();
    }
}
