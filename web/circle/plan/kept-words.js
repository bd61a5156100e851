/** The words of plans that are kept, by language; see strings.js. */

export const zh = {
  'kept.title': '已存方案',
  'kept.keep': '保存方案…',
  'kept.change': '修改已存方案',
  'kept.doKeep': '保存',
  'kept.name': '名称',
  'kept.note': '说明',
  'kept.keepHint': (count) => `保存当前方案的 ${count} 项，连同所选标准、步行者和判定。规划员都能看到。`,
  'kept.whole': (count) => `以当前方案的 ${count} 项和所选标准、步行者、判定替换原有内容`,
  'kept.asking': '载入已存方案…',
  'kept.doing': '载入…',
  'kept.comparing': '对比方案…',
  'kept.none': '还没有保存的方案。',
  'kept.choose': (name) => `对比“${name}”`,
  'kept.counts': (added, moved, closed, roads) =>
    `新设 ${added}，迁移 ${moved}，关闭 ${closed}，道路 ${roads}`,
  'kept.open': '打开',
  'kept.rewrite': '修改',
  'kept.csv': 'CSV',
  'kept.geojson': 'GeoJSON',
  'kept.delete': '删除',
  'kept.drop': (name) => `删除“${name}”？`,
  'kept.dropHint': '删除后不能恢复。',
  'kept.doDrop': '删除',
  'kept.tooLarge': (items, points, most, mostPoints) =>
    `这个方案有 ${items} 项、道路 ${points} 个点，地图上最多放 ${most} 项、${mostPoints} 个点。可下载 CSV 或 GeoJSON 查看`,
  'kept.otherStandard': (standard, profile) =>
    `已打开，但保存时的标准 ${standard}（步行者 ${profile}）已不再提供，现按所选标准计算`,
  'kept.compare': (count) => (count < 2 ? '对比（请选两个以上）' : `对比所选 ${count} 个方案`),
  'kept.compared': '方案对比',
  'kept.comparisonFile': '方案对比',
  'kept.unjoined': (name, roads) => `“${name}”的第 ${roads.join('、')} 条道路没有接上路网`,
  'kept.before': '现状',
  'kept.served': (households) => `${households} 户`,
  'kept.problem.conflict': () => '他人刚刚修改了这个方案。请重新打开后再决定',
  'kept.problem.name-taken': () => '已有同名的方案，请换一个名称',
  'kept.problem.too-many-scenarios': () => '保存的方案太多，请先删除不用的',
  'kept.problem.plan-outdated': (detail) => `方案已过时，所用的设施或标准已经没有了：${detail}`,
  'kept.problem.not-found': () => '没有这个方案，它可能已被删除',
};

const itemsIn = (count) => (count === 1 ? '1 item' : `${count} items`);

export const en = {
  'kept.title': 'Kept plans',
  'kept.keep': 'Keep this plan…',
  'kept.change': 'Change a kept plan',
  'kept.doKeep': 'Keep',
  'kept.name': 'Name',
  'kept.note': 'Note',
  'kept.keepHint': (count) =>
    `Keeps the ${itemsIn(count)} of the plan, and the standard, walker and rule chosen. Planners can see it.`,
  'kept.whole': (count) =>
    `Its content becomes the ${itemsIn(count)} on the map, with the standard, walker and rule chosen`,
  'kept.asking': 'Loading kept plans…',
  'kept.doing': 'Loading…',
  'kept.comparing': 'Comparing plans…',
  'kept.none': 'No plan is kept yet.',
  'kept.choose': (name) => `Compare “${name}”`,
  'kept.counts': (added, moved, closed, roads) =>
    `${added} new, ${moved} moved, ${closed} closed, ${roads} roads`,
  'kept.open': 'Open',
  'kept.rewrite': 'Change',
  'kept.csv': 'CSV',
  'kept.geojson': 'GeoJSON',
  'kept.delete': 'Delete',
  'kept.drop': (name) => `Delete “${name}”?`,
  'kept.dropHint': 'This cannot be taken back.',
  'kept.doDrop': 'Delete',
  'kept.tooLarge': (items, points, most, mostPoints) =>
    `This plan has ${items} items and ${points} points of roads; the map has room for ${most} and ${mostPoints}. It can be saved as CSV or GeoJSON`,
  'kept.otherStandard': (standard, profile) =>
    `Opened, but the standard it was kept with, ${standard} (walker ${profile}), is no longer offered: it is computed by the one chosen`,
  'kept.compare': (count) => (count < 2 ? 'Compare (choose two or more)' : `Compare these ${count}`),
  'kept.compared': 'Plans compared',
  'kept.comparisonFile': 'plans-compared',
  'kept.unjoined': (name, roads) =>
    roads.length === 1
      ? `Road ${roads[0]} of “${name}” meets no other way`
      : `Roads ${roads.join(', ')} of “${name}” meet no other way`,
  'kept.before': 'Now',
  'kept.served': (households) => `${households} households`,
  'kept.problem.conflict': () => 'Somebody else has just changed this plan. Open it again, then decide',
  'kept.problem.name-taken': () => 'Another plan has this name. Choose another name',
  'kept.problem.too-many-scenarios': () => 'Too many plans are kept. Delete some first',
  'kept.problem.plan-outdated': (detail) =>
    `The plan is outdated: a facility or the standard that it names is no longer there: ${detail}`,
  'kept.problem.not-found': () => 'There is no such plan; it may have been deleted',
};
