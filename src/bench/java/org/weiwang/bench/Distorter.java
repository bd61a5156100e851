package org.weiwang.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Writes addresses as people do; what it knows of that is its own, and nothing of the program's.
 */
final class Distorter {
    private static final List<String> BEFORE =
            List.of(
                    "我在", "在", "我家在", "你好，我在", "喂，这里是", "请到", "麻烦到", "就在", "地址是", "地址：", "住在",
                    "我们这里是", "位于");

    private static final List<String> BEHIND =
            List.of("", "", "这里", "这边", "那里", "里面", "，谢谢", "。", "，快点");

    private static final List<Distortion> TOGETHER =
            List.of(
                    Distortion.MISSING_PARTS,
                    Distortion.SUFFIXES,
                    Distortion.NUMERALS,
                    Distortion.BUILDING_WORDS,
                    Distortion.COLLOQUIAL,
                    Distortion.TYPO);

    private final PlaceNames names;
    private final Map<String, Map<String, String>> aliases;
    private final Random random;

    /**
     * @param aliases by district and name
     */
    Distorter(PlaceNames names, Map<String, Map<String, String>> aliases, Random random) {
        this.names = names;
        this.aliases = aliases;
        this.random = random;
    }

    /** Whether the address could be written so, and the draft now is. */
    boolean distort(Draft draft, Distortion how) {
        return switch (how) {
            case MISSING_PARTS -> leaveOut(draft);
            case SWAPPED_ORDER -> turnRound(draft);
            case SUFFIXES -> otherSuffixes(draft);
            case NUMERALS -> numerals(draft);
            case FULL_WIDTH -> fullWidth(draft);
            case BUILDING_WORDS -> otherWords(draft);
            case TYPO, HOMOPHONE -> misspell(draft, how == Distortion.HOMOPHONE);
            case ALIAS -> alias(draft);
            case COLLOQUIAL -> talk(draft);
            case ROOM_ADDED -> addRoom(draft);
            case CLASSIFIER_LEFT_OUT -> leaveOutClassifiers(draft);
            case TRADITIONAL -> traditional(draft);
            case SEVERAL_AT_ONCE -> several(draft);
            default -> throw new IllegalArgumentException(how + " is none of an address there is");
        };
    }

    private <T> T oneOf(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private boolean leaveOut(Draft draft) {
        switch (random.nextInt(draft.hasNamedEstate() ? 6 : 3)) {
            case 0 -> draft.written.remove(Part.DISTRICT);
            case 1 -> draft.written.remove(Part.TOWN);
            case 2 -> {
                draft.written.remove(Part.DISTRICT);
                draft.written.remove(Part.TOWN);
            }
            case 3 -> draft.written.remove(Part.ESTATE);
            case 4 -> {
                draft.written.remove(Part.DISTRICT);
                draft.written.remove(Part.ESTATE);
            }
            default -> {
                draft.written.remove(Part.ROAD);
                draft.written.remove(Part.NUMBER);
            }
        }
        return true;
    }

    private boolean turnRound(Draft draft) {
        draft.narrowestFirst = true;
        draft.between = oneOf(List.of("，", " ", ", ", ""));
        return true;
    }

    private boolean otherSuffixes(Draft draft) {
        List<Part> changed = new ArrayList<>();
        for (Part part : List.of(Part.DISTRICT, Part.TOWN, Part.VILLAGE, Part.ROAD, Part.ESTATE)) {
            if (draft.has(part) && random.nextInt(3) > 0) {
                String name = draft.written.get(part);
                String other = otherSuffix(draft, part, name);
                if (!other.equals(name)) {
                    draft.written.put(part, other);
                    changed.add(part);
                }
            }
        }
        return !changed.isEmpty();
    }

    private String otherSuffix(Draft draft, Part part, String name) {
        String stem = PlaceNames.stem(name);
        boolean alone = names.isAlone(draft.district, name);
        return switch (PlaceNames.suffix(name)) {
            case "县", "区", "市" -> part == Part.DISTRICT ? stem : name;
            case "街道" -> stem + oneOf(alone ? List.of("", "街道办", "街道办事处") : List.of("街道办"));
            case "镇" -> alone ? stem : name;
            case "村" -> stem + oneOf(alone ? List.of("", "村委会", "社区") : List.of("村委会"));
            case "社区" -> stem + oneOf(alone ? List.of("", "居委会", "村") : List.of("社区居委会"));
            case "路", "街", "巷" -> alone && random.nextInt(4) == 0 ? stem : name;
            case "小区" -> stem;
            default -> name;
        };
    }

    private boolean numerals(Draft draft) {
        boolean digitByDigit = random.nextInt(4) == 0;
        boolean changed = false;
        for (Map.Entry<Part, String> each : draft.written.entrySet()) {
            if (!each.getKey().isName() && random.nextInt(5) > 0) {
                String value = draft.parts.get(each.getKey());
                int number = Integer.parseInt(value);
                String spoken =
                        digitByDigit && number >= 100
                                ? WrittenTables.digitByDigit(number)
                                : WrittenTables.spoken(number);
                each.setValue(each.getValue().replace(value, spoken));
                changed = true;
            }
        }
        return changed;
    }

    private boolean fullWidth(Draft draft) {
        if (random.nextBoolean()) {
            draft.between = oneOf(List.of(" ", "　", "，"));
        }
        if (draft.hasNamedEstate() && random.nextBoolean()) {
            draft.written.computeIfPresent(Part.ESTATE, (part, name) -> "（" + name + "）");
        }
        draft.written.replaceAll((part, text) -> WrittenTables.fullWidth(text));
        return true;
    }

    private boolean otherWords(Draft draft) {
        boolean village = draft.has(Part.GROUP);
        if (village) {
            replace(draft, Part.GROUP, "组", List.of("社", "队", "生产队", "村民小组"));
        }
        if (draft.has(Part.BUILDING)) {
            replace(draft, Part.BUILDING, "栋", List.of("幢", "座", "号楼", "#", "#楼"));
        }
        if (!WrittenAddress.COURT.equals(draft.parts.get(Part.ESTATE))
                && (!village && !draft.has(Part.BUILDING) || random.nextInt(4) == 0)) {
            replace(draft, Part.NUMBER, "号", List.of("#", "號"));
        }
        return true;
    }

    private void replace(Draft draft, Part part, String word, List<String> others) {
        draft.written.computeIfPresent(part, (same, text) -> text.replace(word, oneOf(others)));
    }

    private boolean misspell(Draft draft, boolean homophone) {
        List<Part> candidates = new ArrayList<>(List.of(Part.VILLAGE, Part.ROAD, Part.TOWN));
        if (draft.hasNamedEstate()) {
            candidates.add(Part.ESTATE);
        }
        candidates.removeIf(part -> !draft.has(part));
        if (candidates.isEmpty()) {
            return false;
        }
        Part part = oneOf(candidates);
        String name = draft.written.get(part);
        String stem = PlaceNames.stem(name);
        String wrong = homophone ? soundingLike(stem) : mistyped(stem);
        // What is a name itself is no slip that anybody could see.
        if (wrong == null
                || wrong.equals(stem)
                || names.isKnown(wrong + PlaceNames.suffix(name))
                || names.isKnown(wrong)) {
            return false;
        }
        draft.written.put(part, wrong + PlaceNames.suffix(name));
        draft.misspelt = part;
        return true;
    }

    private String soundingLike(String stem) {
        int at = random.nextInt(stem.length());
        char other = WrittenTables.soundingLike(stem.charAt(at), random);
        return other == 0 ? null : stem.substring(0, at) + other + stem.substring(at + 1);
    }

    private String mistyped(String stem) {
        int at = random.nextInt(stem.length());
        String head = stem.substring(0, at);
        String tail = stem.substring(at + 1);
        char here = stem.charAt(at);
        return switch (random.nextInt(4)) {
            case 0 -> head + usual() + tail;
            case 1 -> stem.length() > 2 ? head + tail : head + usual() + tail;
            case 2 -> head + here + here + tail;
            default ->
                    tail.isEmpty()
                            ? head + usual()
                            : head + tail.charAt(0) + here + tail.substring(1);
        };
    }

    private char usual() {
        return WrittenTables.USUAL.charAt(random.nextInt(WrittenTables.USUAL.length()));
    }

    private boolean alias(Draft draft) {
        Map<String, String> known = aliases.get(draft.district);
        boolean changed = false;
        for (Map.Entry<Part, String> each : draft.written.entrySet()) {
            String alias = known.get(each.getValue());
            if (each.getKey().isName() && alias != null) {
                each.setValue(alias);
                changed = true;
            }
        }
        return changed;
    }

    private boolean talk(Draft draft) {
        draft.before = oneOf(BEFORE);
        draft.behind = oneOf(BEHIND);
        if (random.nextInt(3) == 0) {
            draft.written.computeIfPresent(Part.TOWN, (part, name) -> name + "的");
        }
        return true;
    }

    private boolean addRoom(Draft draft) {
        int floor = 1 + random.nextInt(9);
        String room = floor + "0" + (1 + random.nextInt(8));
        List<String> added =
                draft.has(Part.UNIT)
                        ? List.of(
                                room + "室",
                                room,
                                floor + "楼",
                                floor + "楼" + room,
                                room + "号",
                                "-" + room)
                        : List.of(floor % 3 + 1 + "楼", room + "室", floor % 3 + 1 + "层");
        draft.behind = oneOf(added);
        return true;
    }

    private boolean leaveOutClassifiers(Draft draft) {
        if (draft.has(Part.GROUP)) {
            draft.written.put(Part.GROUP, draft.parts.get(Part.GROUP) + oneOf(List.of("-", "组")));
            draft.written.put(Part.NUMBER, draft.parts.get(Part.NUMBER));
        } else if (draft.has(Part.UNIT)) {
            draft.written.put(Part.BUILDING, draft.parts.get(Part.BUILDING) + "-");
            draft.written.put(Part.UNIT, draft.parts.get(Part.UNIT));
        } else {
            draft.written.put(Part.NUMBER, draft.parts.get(Part.NUMBER));
        }
        return true;
    }

    private boolean traditional(Draft draft) {
        String before = draft.text();
        draft.written.replaceAll((part, text) -> WrittenTables.traditional(text));
        return !draft.text().equals(before);
    }

    private boolean several(Draft draft) {
        int first = random.nextInt(TOGETHER.size() - 1);
        int second = first + 1 + random.nextInt(TOGETHER.size() - 1 - first);
        return distort(draft, TOGETHER.get(first)) && distort(draft, TOGETHER.get(second));
    }
}
