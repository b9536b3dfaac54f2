//! Where the body that reports is: province, city and county, as far as its name tells.

use crate::within::has;
use once_cell::sync::Lazy;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

/// The region a body's name tells; parts that it does not tell are `None`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
#[non_exhaustive]
pub struct Region {
    /// The province, region or municipality, without its last word: 四川, 内蒙古, 上海.
    pub province: Option<String>,
    /// The city, prefecture or league, without 市: 巴中; 凉山彝族自治州 is kept whole.
    pub city: Option<String>,
    /// The county, district or county-level city, whole: 恩阳区.
    pub county: Option<String>,
}

/// Rows `province <tab> city <tab> counties`; `-` for counties directly below a province.
const REGIONS: &str = include_str!("regions.tsv");

#[derive(Debug, Clone, Copy)]
struct County {
    province: &'static str,
    city: Option<&'static str>,
    name: &'static str,
}

#[derive(Debug, Clone, Copy)]
struct Province {
    name: &'static str,
    /// Without its last word.
    short: &'static str,
}

#[derive(Default)]
struct Gazetteer {
    provinces: Vec<Province>,
    /// The cities with their provinces.
    cities: Vec<(&'static str, &'static str)>,
    /// The cities by their first characters.
    cities_from: HashMap<char, Vec<usize>>,
    counties: HashMap<&'static str, Vec<County>>,
}

static GAZETTEER: Lazy<Gazetteer> = Lazy::new(|| {
    let mut gazetteer = Gazetteer::default();
    for row in REGIONS.lines() {
        let mut cells = row.split('\t');
        let mut cell = || cells.next().unwrap_or("");
        let (province, city, counties) = (cell(), cell(), cell());
        if gazetteer.provinces.last().is_none_or(|last| last.name != province) {
            gazetteer.provinces.push(Province { name: province, short: short_province(province) });
        }
        let city = (city != "-").then_some(city);
        if let Some((first, city)) = city.and_then(|city| Some((city.chars().next()?, city))) {
            gazetteer.cities_from.entry(first).or_default().push(gazetteer.cities.len());
            gazetteer.cities.push((province, city));
        }
        for name in counties.split(' ').filter(|n| !n.is_empty()) {
            gazetteer.counties.entry(name).or_default().push(County { province, city, name });
        }
    }
    gazetteer
});

/// 四川省 is 四川, 内蒙古自治区 is 内蒙古.
fn short_province(name: &str) -> &str {
    ["维吾尔自治区", "壮族自治区", "回族自治区", "自治区", "省", "市", "特别行政区"].iter().find_map(|end| name.strip_suffix(end)).unwrap_or(name)
}

fn short_city(name: &str) -> &str {
    name.strip_suffix('市').unwrap_or(name)
}

/// The region that the name of a body tells; `None` if it tells none.
pub(crate) fn region_of(organization: &str) -> Option<Region> {
    let gazetteer = &*GAZETTEER;
    let names = |p: &&Province| organization.starts_with(p.short) && !same_as_city(p, organization) || has(organization, p.name);
    let province = gazetteer.provinces.iter().find(names).map(|p| p.name);
    let city = city_in(organization, province);
    let county = county_in(organization, province, city.map(|(_, c)| c));
    let province = province.or(city.map(|(p, _)| p)).or(county.map(|c| c.province))?;
    let city = city.map(|(_, c)| c).or(county.and_then(|c| c.city));
    Some(Region {
        province: Some(short_province(province).to_owned()),
        city: city.map(|c| short_city(c).to_owned()),
        county: county.map(|c| c.name.to_owned()),
    })
}

/// 吉林市 and 海南州 begin as provinces do.
fn same_as_city(province: &Province, organization: &str) -> bool {
    organization[province.short.len()..].starts_with(['市', '州']) && !province.name.ends_with('市')
}

/// The first city of the list, with its province, whose name stands in the organization's.
fn city_in(organization: &str, province: Option<&str>) -> Option<(&'static str, &'static str)> {
    let from = |(at, first): (usize, char)| {
        let cities = GAZETTEER.cities_from.get(&first).into_iter().flatten().copied();
        cities.filter(move |city| organization[at..].starts_with(GAZETTEER.cities[*city].1))
    };
    let fits = |city: &usize| {
        let (p, c) = GAZETTEER.cities[*city];
        province.is_none_or(|found| found == p) && !part_of_longer(organization, c)
    };
    organization.char_indices().flat_map(from).filter(fits).min().map(|city| GAZETTEER.cities[city])
}

/// 南江 in 南江县 is no city 江….
fn part_of_longer(organization: &str, city: &str) -> bool {
    organization.find(city).is_some_and(|at| at > 0 && !city.ends_with(['市', '州', '盟']) && !city.ends_with("地区"))
}

/// The one county whose name stands in the organization's; `None` if the name leaves a choice.
fn county_in(organization: &str, province: Option<&str>, city: Option<&str>) -> Option<County> {
    let ends: Vec<usize> = organization.char_indices().filter(|(_, c)| matches!(c, '县' | '区' | '市' | '旗')).map(|(at, c)| at + c.len_utf8()).collect();
    for end in ends {
        let starts = organization[..end].char_indices().map(|(at, _)| at).collect::<Vec<_>>();
        for start in starts {
            let Some(counties) = GAZETTEER.counties.get(&organization[start..end]) else { continue };
            if ends_a_longer_name(&organization[..start], &organization[start..end]) {
                continue;
            }
            let mut fitting = counties.iter().filter(|c| province.is_none_or(|p| p == c.province) && city.is_none_or(|name| c.city == Some(name)));
            if let (Some(county), None) = (fitting.next(), fitting.next()) {
                return Some(*county);
            }
        }
    }
    None
}

/// 宁县 in 滦宁县 and 东区 in 运东区: a county's name of two characters is taken only where no other name can run into it,
/// that is at the start or behind a region, a body of the Party or the State, or a bracket.
fn ends_a_longer_name(before: &str, county: &str) -> bool {
    let opens = before.is_empty() || before.ends_with(['省', '市', '州', '盟', '区', '共', '党', '国', '原', '（', '(']);
    let region = || GAZETTEER.provinces.iter().any(|p| before.ends_with(p.short)) || GAZETTEER.cities.iter().any(|(_, c)| before.ends_with(short_city(c)));
    county.chars().count() == 2 && !opens && !region()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn lies(organization: &str, province: &str, city: Option<&str>, county: Option<&str>) {
        let region = region_of(organization).unwrap_or_else(|| panic!("no region for {organization}"));
        assert_eq!((region.province.as_deref(), region.city.as_deref(), region.county.as_deref()), (Some(province), city, county), "{organization}");
    }

    #[test]
    fn names_tell_their_region() {
        lies("巴中市人力资源和社会保障局", "四川", Some("巴中"), None);
        lies("洱源县财政局", "云南", Some("大理白族自治州"), Some("洱源县"));
        lies("中共上海市普陀区委社会工作部", "上海", None, Some("普陀区"));
        lies("江苏省政协办公厅", "江苏", None, None);
        lies("重庆市江北区商务委员会", "重庆", None, Some("江北区"));
        lies("宁县财政局", "甘肃", Some("庆阳"), Some("宁县"));
        lies("甘肃省庆阳市宁县教育局", "甘肃", Some("庆阳"), Some("宁县"));
        lies("中共宁县委员会办公室", "甘肃", Some("庆阳"), Some("宁县"));
        lies("庆阳宁县水务局", "甘肃", Some("庆阳"), Some("宁县"));
        assert_eq!(region_of("某某办公室"), None);
        assert_eq!(region_of("滦宁县财政局"), None);
        assert_eq!(region_of("江州市运东区审计局"), None);
    }
}
