//! What a number is of where its words leave that out: the section, the paragraph or the amounts before it tell.

use super::attach::Bound;
use super::clause::{Comparing, Subject, Subjects};
use super::concepts;
use super::feature;
use super::lexer::Token;
use super::lexicon::Basis;
use super::reader::{is_blank, Reader};
use super::topic::Fund;
use crate::concept::Concept;
use crate::figure::{Base, Direction, Figure, Role, Versus};
use crate::outline::SectionKind;
use crate::quantity::{Measure, Quantity};
use crate::within::{behind_opening, ending, has_any, opening};
use smallvec::smallvec;

impl Reader<'_, '_> {
    /// Makes what the paragraph is about the subject again, or what the section is about its first one.
    pub(super) fn imply_subject(&mut self, q: &Quantity) {
        self.recall(q);
        self.defined(q);
        if self.grew_beyond_itself(q) {
            self.subjects = self.paragraph_compared().map_or_else(|| std::mem::take(&mut self.subjects), |main| smallvec![main]);
        }
        let told = matches!(self.clause.basis, Some(Basis::Budget(_))) || self.clause.comparing.basis.is_some();
        if self.state.stated || !told || !self.clause.chains.is_empty() || self.clause.each {
            return;
        }
        match self.main {
            // 上级补助收入、经营收入均为0元。与年初预算相比，年初预算数9万元: a list that was stated last changes nothing of what the paragraph is about.
            Some(main) if self.subjects.len() > 1 && self.subjects.iter().all(|s| s.concept != main.concept && !concepts::is_total(s.concept)) => {
                self.subjects = smallvec![main];
            }
            // 一般公共预算财政拨款支出决算情况 as title, and 年初预算5103万元 as its first words.
            None if self.subjects.is_empty() && q.measure == Some(Measure::Money) && self.titled_as_whole => {
                let general = self.topic.is(SectionKind::GeneralBudget) && self.topic.fund == Fund::General && !self.topic.basic;
                if general && self.clause.prefix.is_none() && !self.clause.broken {
                    let features = feature::GENERAL.and(feature::FISCAL).and(feature::OUT);
                    self.subjects = smallvec![Subject { features, ..Subject::default() }];
                }
            }
            _ => {}
        }
    }

    /// 因缴费比例由20%降至16%，较上年决算数减少9万元: a comparison of money without a name is none of what a percentage was of.
    fn recall(&mut self, q: &Quantity) {
        let compares =
            self.clause.comparing.year.is_some() || self.clause.comparing.basis.is_some() || self.state.versus.is_some() && self.clause.change.is_some();
        let bare = self.clause.chains.is_empty() && self.clause.prefix.is_none() && !self.clause.broken;
        if self.subjects.is_empty() && compares && bare && q.measure == Some(Measure::Money) {
            self.subjects = std::mem::take(&mut self.state.forgotten);
            if self.subjects.is_empty() {
                self.subjects.extend(self.whole_compared(q).or_else(|| self.paragraph_compared()));
            }
        }
    }

    /// 财政拨款收入9万元，其中：专项收入1万元。 and `与上年对比增加2万元` as a paragraph of its own: of what the one before is about, whatever it stated last.
    pub(super) fn paragraph_compared(&self) -> Option<Subject> {
        let opens = self.text[..self.state.start].is_empty() || self.text[..self.state.start].ends_with('\n');
        let compares = ["与上年", "与去年", "较上年", "比上年"].iter().any(|word| self.text[self.state.start..].trim_start_matches(' ').starts_with(word));
        self.main_before.filter(|_| opens && compares && !self.state.stated && self.whole.is_none())
    }

    /// …，政府性基金预算拨款0万元。 and `与上年对比增加2万元`: whether the amount stated last cannot have grown by that much.
    fn grew_beyond_itself(&self, q: &Quantity) -> bool {
        let [subject] = self.subjects.as_slice() else { return false };
        let grows = self.clause.change == Some(Direction::Increase) && self.clause.chains.is_empty();
        if !grows {
            return false;
        }
        let amount = subject.figure.and_then(|id| self.ledger.figures[id].yuan);
        let change = q.unit.as_ref().and_then(|unit| unit.yuan()).and_then(|unit| q.value.checked_mul(unit));
        amount.zip(change).is_some_and(|(amount, change)| change > amount)
    }

    /// 运行维护费35万元，其中：加油12万元、维修23万元，比上年预算数37万元减少2万元: behind parts without names of their own, a comparison whose
    /// amounts bear out that it is of the whole.
    fn whole_compared(&self, q: &Quantity) -> Option<Subject> {
        let whole = self.whole.as_ref().and_then(|whole| whole.subject).filter(|_| self.state.parts)?;
        let amount = self.ledger.figures[whole.figure?].yuan?;
        let before = q.unit.as_ref()?.yuan()?.checked_mul(q.value)?;
        let behind = self.text[q.tail..].trim_start_matches(['相', '比', '，', ' ']);
        let (grows, number) = behind.strip_prefix("增加").map(|n| (true, n)).or_else(|| behind.strip_prefix("减少").map(|n| (false, n)))?;
        let digits = number.len() - number.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.').len();
        let change = number[..digits].parse::<rust_decimal::Decimal>().ok()?.checked_mul(q.unit.as_ref()?.yuan()?)?;
        let after = if grows { before.checked_add(change)? } else { before.checked_sub(change)? };
        (after == amount).then_some(whole)
    }

    /// `预算安排规模：9万元` below the name of a project: of that project, whatever the section is about.
    pub(super) fn is_of_a_project_named_above(&self) -> bool {
        const LABELS: &[&str] = &["预算安排规模", "项目预算", "资金规模"];
        if self.clause.start <= self.state.start || !self.clause.chains.is_empty() {
            return false;
        }
        let words = self.text[self.state.start..self.clause.start].trim_start_matches([' ', '：']);
        opening(words, LABELS).is_some() && LABELS.contains(&words.trim_end_matches([' ', '：']))
    }

    /// 用于保障机构正常运转的日常支出9万元, 用于专项业务工作的经费支出5万元: the definition of 基本支出 or 项目支出 in place of its name. Source: the
    /// terms of the forms (财政部, 部门决算名词解释), with which several provinces' sentences begin.
    fn defined(&mut self, q: &Quantity) {
        use SectionKind::*;
        const BASIC: &[&str] = &["正常运转", "日常工作任务"];
        const PROJECT: &[&str] = &["特定的行政", "特定行政", "特定工作任务", "特定的工作任务", "专项业务", "事业发展目标"];
        const LONGEST: usize = 120;
        /// Bytes of 用于正常运转支出: what it is for, one of the words above and what it is called.
        const SHORTEST: usize = "用于正常运转支出".len();
        let accounts = matches!(self.topic.kind, Some(Totals | Expenditure | Fiscal | FiscalBasic | GeneralBudget | GeneralBudgetBasic));
        if q.measure != Some(Measure::Money) || !accounts || self.clause.change.is_some() || self.clause.comparing.year.is_some() {
            return;
        }
        let from = self.clause.unread(q.lead);
        let words = self.text[from..q.lead].trim_end_matches(['为', '共', '计', ' ']);
        let spent = words.len() >= SHORTEST && (words.ends_with("支出") || words.ends_with("费用"));
        let told = spent && self.clause.chains.iter().all(|chain| chain.item.is_none()) && has_any(words, &["用于", "保障", "维持", "完成"]);
        if !told || words.chars().count() > LONGEST {
            return;
        }
        let (basic, project) = (has_any(words, BASIC), has_any(words, PROJECT));
        // 农业农村（款）行政运行（项），用于…; 用于县种子站专项业务支出: of an item, or of a body.
        let said = || &self.text[self.window(self.state.start, from)..from];
        let part = self.state.free
            || self.state.last.is_some_and(|id| self.ledger.figures[id].code.is_some())
            || basic == project
            || has_any(words, &["站", "大队", "支队", "中队", "研究所", "事务所", "中心", "学校", "医院", "学院"])
            || has_any(said(), &["（类）", "（款）", "（项）"]);
        if part {
            return;
        }
        let named = ["日常支出", "专项业务支出", "经费支出", "各项支出", "支出", "费用"].into_iter().find(|name| words.ends_with(name));
        let kind = match (basic, project) {
            (true, false) if has_any(words, &["日常支出", "各项支出", "费用"]) => feature::BASIC,
            (false, true) => feature::PROJECT,
            _ => return,
        };
        // 基本支出800万元，…，用于保障单位正常运转的各项费用600万元: some of what was named.
        let named_above = match kind == feature::BASIC {
            true => [Concept::ExpenditureBasic, Concept::FiscalBasic, Concept::GeneralBudgetBasic],
            false => [Concept::ExpenditureProject, Concept::FiscalProjectExpenditure, Concept::GeneralBudgetProject],
        };
        let mut above = named_above.into_iter().filter_map(|concept| self.ledger.amount_id(concept)).map(|id| &self.ledger.figures[id]);
        if above.any(|figure| figure.section == self.section && figure.value != q.value) {
            return;
        }
        let end = from + words.len();
        let start = end - named.map_or(0, str::len);
        self.clause.chains = smallvec![Subject { features: kind.and(feature::OUT), words: (start..end).into(), ..Subject::default() }];
        self.clause.broken = false;
        self.clause.prefix = None;
        self.clause.purpose = false;
    }

    /// 一般公共预算财政拨款本年收入…；支出完成…，比年初预算增加9万元: the fund of a bare 支出 stays with it.
    pub(super) fn keep_fund(&self, subject: &mut Subject) {
        let fund = match subject.concept {
            Some(Concept::GeneralBudgetExpenditure) => feature::GENERAL,
            Some(Concept::GovernmentFundExpenditure) => feature::FUND,
            Some(Concept::StateCapitalExpenditure) => feature::CAPITAL,
            _ => return,
        };
        if subject.features == feature::OUT && self.topic.fund == Fund::Fiscal {
            subject.features = subject.features.and(fund);
        }
    }

    /// 本年收入9万元，年初结转1万元。（一）收入9万元: a bare side of the amount that 本年收入 was is that again, and no total with what was carried over.
    pub(super) fn current_total(&self, bounds: &mut [Bound], subjects: &Subjects, quantities: &[&Quantity], role: Role) {
        let ([bound], [subject], [quantity]) = (bounds, subjects.as_slice(), quantities) else { return };
        let (current, side) = match bound.concept {
            Some(Concept::RevenueTotal) => (Concept::RevenueCurrentTotal, feature::IN),
            Some(Concept::ExpenditureTotal) => (Concept::ExpenditureCurrentTotal, feature::OUT),
            _ => return,
        };
        let amount = quantity.unit.as_ref().and_then(|unit| unit.yuan()).and_then(|yuan| quantity.value.checked_mul(yuan));
        let carried = [Concept::CarryoverOpening, Concept::CarryoverClosing].iter().any(|c| self.ledger.amount(*c).is_some_and(|amount| !amount.is_zero()));
        let whole = self.text[quantity.tail..].trim_start_matches(['：', '，']).starts_with("包括");
        let same = carried
            && !whole
            && amount.is_some()
            && self.ledger.amount(current) == amount
            && bound.concept.and_then(|total| self.ledger.amount(total)) != amount;
        let stated = subject.concept == Some(current) && !role.states_amount();
        if subject.features == side && (stated || same && role.states_amount()) {
            bound.concept = Some(current);
        }
    }

    /// 因公出国（境）费为XX万元，较上年减少2万元: a name whose amount was left out is what the rest of the sentence speaks of.
    pub(super) fn names_left_out(&mut self, residue: &Token) {
        let [chain] = self.clause.chains.as_slice() else { return };
        let plain = !self.clause.broken && self.clause.prefix.is_none() && self.clause.change.is_none() && self.clause.share.is_none();
        let beside = matches!(self.text[chain.words.end.min(residue.start)..residue.start].trim_matches(' '), "" | "为" | "支出" | "支出为");
        let money = self.text[residue.end..].trim_start_matches(' ').starts_with(['万', '元', '亿']);
        if plain && beside && money && self.state.reason.is_none() && !self.clause.purpose {
            self.subjects = smallvec![Subject { figure: None, ..*chain }];
        }
    }

    /// 2024年度收入合计9万元，2023年度相比减少1万元: a year that opens its clause and is compared with, though 与 was left out.
    pub(super) fn is_compared_with(&self, year: &Token) -> bool {
        if !self.state.stated || !is_blank(&self.text[self.clause.start.min(year.start)..year.start]) {
            return false;
        }
        let behind = self.text[year.end..].trim_start_matches([' ', '度']);
        let behind = behind_opening(behind, &["决算数", "决算", "预算数", "预算"]).unwrap_or(behind);
        behind.starts_with("相比") || behind.starts_with("比较")
    }

    /// 成立于1989年, 2004年经批准成立: the year in which a body was founded is that of nothing counted in the sentence.
    pub(super) fn is_of_founding(&self, year: &Token) -> bool {
        const WORDS: &[&str] = &["成立", "始建", "创建", "组建", "设立", "创办", "建立", "建校", "建院", "兴建", "建"];
        let before = self.text[..year.start].trim_end_matches(' ');
        let before = before.strip_suffix('于').is_some_and(|words| WORDS.iter().any(|word| words.ends_with(word)));
        before && self.ledger.background.year.is_some_and(|report| !self.text[year.start..year.end].starts_with(&report.to_string()))
    }

    /// 年初预算260万元，支出决算310万元，超出50万元: by how much what was spent exceeds the budget that was stated right before. The number without
    /// the bound that its verb was read as.
    pub(super) fn exceeding(&mut self, q: &Quantity) -> Option<Quantity> {
        const VERB: &str = "超出";
        // Asked first, for hardly any number has them before it.
        ending(&self.text[..q.start], &["出", "了", " "])?;
        let behind = self.text[..q.start].trim_end_matches([' ', '了']);
        let verb = behind.strip_suffix(VERB)?;
        let opens = self.clause.start <= verb.len() && self.text[self.clause.start..verb.len()].trim_matches(' ').is_empty();
        let measured = matches!(q.measure, Some(Measure::Money | Measure::Percent)) && !self.text[q.tail..].starts_with('的');
        if !opens || !measured || self.clause.comparing.year.is_some() {
            return None;
        }
        let last = self.state.last?;
        let (own, before) = (&self.ledger.figures[last], last.checked_sub(1).map(|id| &self.ledger.figures[id]));
        let report = self.ledger.background.year;
        let same = |other: &Figure| other.concept == own.concept && other.code == own.code && other.line == own.line && other.year == report;
        if own.concept.is_none() || own.year != report {
            return None;
        }
        let base = match (own.role, before.filter(|other| same(other)).map(|other| other.role)) {
            (Role::Change, _) if q.measure == Some(Measure::Percent) => own.versus.and_then(|versus| versus.basis)?,
            (Role::Actual, Some(budget)) if q.measure == Some(Measure::Money) => base_of(budget)?,
            (budget, _) if q.measure == Some(Measure::Money) => base_of(budget)?,
            _ => return None,
        };
        self.clause.change = Some(Direction::Increase);
        self.clause.exceeds = None;
        self.clause.comparing = Comparing::default();
        self.state.versus = Some(Versus::new(report, false, Some(base)));
        Some(Quantity { bound: None, lead: q.start, ..q.clone() })
    }

    /// 预算、决算均为0万元, 年初预算数与支出决算数分别为9万元、8万元: keeps the basis that stands before another one of a list.
    pub(super) fn list_basis(&mut self, token: &Token) {
        let before = self.clause.basis.filter(|_| self.clause.basis_end < token.start);
        let between = before.map(|_| &self.text[self.clause.basis_end..token.start]);
        let behind = &self.text[token.end..];
        let listed = between.is_some_and(|between| matches!(between, "、" | "和" | "与" | "及"))
            && ["均", "都", "皆", "分别", "各"].iter().any(|word| behind.starts_with(word));
        if listed {
            self.clause.other_basis = before;
            self.clause.comparing.open = false;
        }
        self.clause.basis_end = token.end;
    }

    /// The role that one number has besides the one of its last basis: 年初预算、支出决算均为312万元.
    pub(super) fn other_role(&mut self, measure: Option<Measure>) -> Option<Role> {
        let other = self.clause.other_basis.take().filter(|_| self.clause.each && self.clause.change.is_none())?;
        let last = self.clause.basis.replace(other);
        let role = self.amount_role(measure);
        self.clause.basis = last;
        Some(role)
    }
}

/// The budget that a planned role is an amount of; `None` for another role.
fn base_of(role: Role) -> Option<Base> {
    match role {
        Role::InitialBudget => Some(Base::InitialBudget),
        Role::AdjustedBudget => Some(Base::AdjustedBudget),
        Role::Budget => Some(Base::Budget),
        _ => None,
    }
}
