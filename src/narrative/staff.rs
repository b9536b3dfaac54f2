//! Staff: posts and persons, by kind and by body.

use super::clause::{Subject, Words};
use super::feature;
use super::reader::Reader;
use super::remarks::clause_of;
use crate::concept::Concept;
use crate::figure::Role;
use crate::outline::SectionKind;
use crate::quantity::{is_han, Measure, Quantity};
use crate::span::range_of;
use crate::within::{has_any, opening};

/// Words for how many persons there are of the posts just counted.
const IN_FACT: &[&str] = &["实际", "实际使用", "实有", "实际人数", "实际在岗", "实际有"];

impl Reader<'_, '_> {
    /// 编制10人，其中：行政3人、工勤1人; 实有人数112人，其中：行政104人，事业8人: kinds of posts or of persons by one word, whichever of the two the sentence
    /// counts.
    pub(super) fn bare_staff(&self, q: &Quantity) -> Option<Subject> {
        use Concept::*;
        const KINDS: &[(&str, Option<Concept>)] = &[
            ("行政", Some(StaffAdministrative)),
            ("事业", Some(StaffInstitution)),
            ("参公", Some(StaffCivilServiceManaged)),
            ("参照公务员管理", Some(StaffCivilServiceManaged)),
            ("参照公务员法管理", Some(StaffCivilServiceManaged)),
            ("参照公务员法管理的事业", Some(StaffCivilServiceManaged)),
            ("行政工勤", None),
            ("机关工勤", None),
            ("工勤", None),
        ];
        const HEADS: &[&str] = &["实有人数", "在职人数", "实有人员", "在职人员", "人员", "实有", "在职"];
        const PERSONS: &[&str] = &["实有", "在职", "在编", "在岗", "现有", "干部职工", "年末人数", "人员构成"];
        if q.measure != Some(Measure::Person) || !self.topic.accounts || self.clause.change.is_some() {
            return None;
        }
        let from = self.clause.unread(q.lead);
        let words = self.text[from..q.lead].trim_matches([' ', '、', '，', '（', '：']).trim_end_matches(['为', '共']);
        let words = ["其中：", "其中，", "其中", "包括", "含", "和", "及"].iter().find_map(|lead| words.strip_prefix(lead)).unwrap_or(words);
        let head = HEADS.iter().find_map(|head| words.strip_suffix(head));
        let kind = head.map_or(words, |kind| kind.strip_suffix("编制").unwrap_or(kind));
        let (_, concept) = KINDS.iter().find(|(name, _)| *name == kind)?;
        let last = self.state.last.map(|id| &self.ledger.figures[id]);
        let said = &self.text[self.window(self.state.start, q.lead)..q.lead];
        let place = |words: &[&str]| words.iter().filter_map(|word| said.rfind(word)).max();
        let words: Words = (range_of(words, self.text).start..q.lead).into();
        // 实有在职人数：行政3人; not 退休人员12人，其中：行政8人.
        let colon = said[..said.len().saturating_sub(words.end - words.start)].trim_end_matches(' ').ends_with('：');
        let announced = colon && place(PERSONS) > place(&["退休", "离休", "离退", "遗属"]);
        if head.is_none() && place(PERSONS) < place(&["编制"]) {
            let posts = last.is_some_and(|figure| figure.concept == Some(StaffQuotaOfUnit) && figure.role == Role::Count);
            return posts.then_some(Subject { features: feature::QUOTA, named: Some(StaffQuotaOfUnit), words, ..Subject::default() });
        }
        let counting = self.subjects.first().and_then(|subject| subject.concept);
        let persons =
            matches!(counting, Some(StaffTotal | StaffIncumbentOfUnit | StaffEstablished | StaffAdministrative | StaffInstitution | StaffCivilServiceManaged));
        let stated = self.state.stated && last.is_none_or(|figure| figure.role != Role::Change);
        let known = persons && stated
            || head.is_some() && last.and_then(|figure| figure.concept).is_some_and(|concept| concept.as_str().starts_with("staff_"))
            || announced && head.is_none();
        Some(Subject { concept: Some((*concept).filter(|_| known)?), words, ..Subject::default() })
    }

    /// 行政编制65人，实际60人: how many are there of the posts just counted.
    pub(super) fn in_fact(&self, q: &Quantity) -> Option<Subject> {
        let last = self.state.last.map(|id| &self.ledger.figures[id]);
        let posts = last.is_some_and(|figure| figure.concept == Some(Concept::StaffQuotaOfUnit));
        if !posts || q.measure != Some(Measure::Person) || !self.state.stated {
            return None;
        }
        let from = self.clause.unread(q.lead);
        let words = self.text[from..q.lead].trim_matches([' ', '、', '，']).trim_end_matches('为');
        // 事业编制85人，实有人数62人。: of the posts, unless more persons than they have are counted, or those who left or are hired are told of, too.
        let said = &self.text[self.window(self.state.start, q.lead)..q.lead];
        let one = || last.is_some_and(|figure| figure.value >= q.value && figure.dimensions.contains_key("item")) && said.matches("编制").count() == 1;
        let parted = || opening(&self.text[q.tail..], &["，其中", "其中", "（", "，包括", "，在职"]).is_some();
        let others = || {
            let rest = clause_of(&self.text[q.tail..], &['。', '；', '\n']);
            rest.is_none_or(|rest| has_any(rest, &["退休", "离休", "离退", "含", "聘", "编外"]))
        };
        let known = IN_FACT.contains(&words) || matches!(words, "实有人数" | "实有人员") && one() && !parted() && !others();
        known.then(|| Subject { named: Some(Concept::StaffIncumbentOfUnit), words: (from..q.lead).into(), ..Subject::default() })
    }

    /// 雇员编制11人, 行政事务编制18人: posts of a kind that no list has.
    pub(super) fn posts_of_kind(&self, q: &Quantity) -> Option<Subject> {
        const LONGEST: usize = 10;
        const NO_KINDS: &[&str] =
            &["领导", "周转", "使用", "剩余", "借", "核定", "占", "无", "未", "非", "超", "空", "调", "增", "减", "收回", "批", "共", "总", "其中"];
        let bare = self.clause.chains.last().is_some_and(|chain| chain.words.of(self.text) == "编制");
        if !bare || q.measure != Some(Measure::Person) || self.clause.change.is_some() {
            return None;
        }
        let from = self.clause.unread(q.lead);
        let words = self.text[from..q.lead].trim_matches([' ', '、', '，', '含']).trim_end_matches(['为', '共']);
        let kind = words.strip_suffix("编制").filter(|kind| (2..=LONGEST).contains(&kind.chars().count()) && kind.chars().all(is_han))?;
        let staff = |concept: Concept| matches!(concept, Concept::StaffQuotaOfUnit | Concept::StaffIncumbentOfUnit | Concept::StaffEstablished);
        let listed = self.state.last.and_then(|id| self.ledger.figures[id].concept).is_some_and(staff);
        let start = range_of(words, self.text).start;
        let other = listed && !self.counts_persons() && !has_any(kind, NO_KINDS) && !self.is_body(start..start + kind.len());
        other.then(|| Subject {
            features: feature::QUOTA,
            named: Some(Concept::StaffQuotaOfUnit),
            words: (start..start + words.len()).into(),
            ..Subject::default()
        })
    }

    /// 另聘用护理员58名: persons whom the body hires beyond its posts.
    pub(super) fn hired(&self, q: &Quantity) -> Option<Subject> {
        const LEADS: &[&str] = &["此外", "另外", "同时", "单位", "另有", "另", "还", "并"];
        // Only where the staff of the body is told of.
        let staff = self.topic.accounts && matches!(self.topic.kind, None | Some(SectionKind::Staff | SectionKind::Overview | SectionKind::Institutions));
        if q.measure != Some(Measure::Person) || !staff {
            return None;
        }
        let from = self.clause.unread(q.lead);
        let words = self.text[from..q.lead].trim_matches([' ', '、', '，']);
        let plain = LEADS.iter().find_map(|lead| words.strip_prefix(lead)).unwrap_or(words);
        let hired = ["长期聘用", "聘用", "临聘"].iter().find_map(|verb| plain.strip_prefix(verb));
        let posts = |whom: &str| whom.ends_with(['员', '工']) || whom.ends_with("保安") || whom.ends_with("门卫");
        let named = hired.is_some_and(|whom| posts(whom) && !whom.starts_with(['人', '制', '教', '合', '期', '编']) && !whom.contains(['，', '；', '：']));
        let again = self.state.last.is_some_and(|id| self.ledger.figures[id].concept == Some(Concept::StaffTemporary));
        (named && !again).then(|| Subject { named: Some(Concept::StaffTemporary), words: (from..q.lead).into(), ..Subject::default() })
    }

    /// 行政编制14名 is one kind of the posts, not all of them.
    pub(super) fn kind_of_posts(&mut self, id: usize, subject: &Subject) {
        if !self.names_kind_of_posts(subject) {
            return;
        }
        // 行政编, 行政编制数, 行政编制人数 and a bare 行政 are one kind.
        let name = subject.words.of(self.text);
        let name = name.trim_end_matches('数').trim_end_matches('人');
        let kind = match name {
            name if name.ends_with('编') => format!("{name}制"),
            name if !name.contains("编") && name.chars().all(is_han) => format!("{name}编制"),
            name => name.to_owned(),
        };
        let whole = self.ledger.figures[id].part_of;
        let unit = whole.and_then(|whole| self.ledger.figures[whole].dimensions.get("unit_name").cloned());
        let dimensions = &mut self.ledger.figures[id].dimensions;
        dimensions.insert("item".into(), kind);
        if let Some(unit) = unit {
            dimensions.entry("unit_name".into()).or_insert(unit);
        }
    }

    pub(super) fn names_kind_of_posts(&self, subject: &Subject) -> bool {
        const KINDS_OF_POSTS: &[&str] = &["行政", "事业", "参公", "参照", "工勤", "后勤", "专项", "雇员", "聘用", "政法", "公安"];
        /// Words before 编制 that tell of no kind.
        const ALL: &[&str] = &["年末", "现有", "核定", "人员", "总", "单位"];
        let name = subject.words.of(self.text);
        let other = || {
            let mut kind = name.strip_suffix("编制").unwrap_or_default();
            while let Some(rest) = ALL.iter().find_map(|word| kind.strip_prefix(word)) {
                kind = rest;
            }
            !kind.is_empty()
        };
        subject.named == Some(Concept::StaffQuotaOfUnit) && (KINDS_OF_POSTS.iter().any(|word| name.contains(word)) || other())
    }

    /// 行政编制36人，实有34人: persons on the posts of that kind.
    pub(super) fn posts_filled(&mut self, id: usize, subject: &Subject) {
        let posts = self.subjects.first().filter(|s| IN_FACT.contains(&subject.words.of(self.text).trim()) && s.concept == Some(Concept::StaffQuotaOfUnit));
        let Some(posts) = posts.and_then(|s| s.figure) else { return };
        for key in ["item", "unit_name"] {
            if let Some(value) = self.ledger.figures[posts].dimensions.get(key).cloned() {
                self.ledger.figures[id].dimensions.entry(key.into()).or_insert(value);
            }
        }
    }
}
