//! Numbers that no name of the accounts claims, and numbers that more than one could.

use super::attach::Bound;
use super::clause::Subject;
use super::free;
use super::lexer::Token;
use super::lexicon::Basis;
use super::reader::Reader;
use crate::concept::Concept;
use crate::diagnostic::{DiagnosticCode, Severity};
use crate::figure::{Role, UnitFrom};
use crate::ledger;
use crate::outline::SectionKind;
use crate::quantity::{Measure, Quantity, Unit};
use crate::within::{ending, has_any};

impl Reader<'_, '_> {
    /// Numbers that no name of the accounts claims: label, bound and unit as printed.
    pub(super) fn free(&mut self, quantities: &[&Quantity]) {
        let names = if self.clause.each { free::listed(self.text, self.clause.start, quantities[0].lead) } else { Vec::new() };
        if quantities.len() == 1 && names.len() > 1 {
            // 按期办结率、群众满意率均达100% states one number of each.
            for name in &names {
                self.free_list(quantities, std::slice::from_ref(name));
            }
            self.forget(quantities[0]);
            return;
        }
        self.free_list(quantities, &names);
        self.forget(quantities[0]);
    }

    /// A number of something unknown beside what is spoken of, which goes on.
    pub(super) fn free_beside(&mut self, quantities: &[&Quantity]) {
        let stated = self.state.stated;
        self.free_list(quantities, &[]);
        self.state.stated = stated;
    }

    /// A number of something unknown: what follows without a name speaks of that, not of what was known before.
    fn forget(&mut self, quantity: &Quantity) {
        let named = self.clause.broken || self.clause.prefix.is_some() || !self.clause.chains.is_empty();
        if named && self.state.reason.is_none() && !self.clause.purpose {
            let forgotten = std::mem::take(&mut self.subjects);
            let words = &self.text[self.clause.start.min(quantity.lead)..quantity.lead];
            let aside = ["因", "由于", "受"].iter().any(|word| words.starts_with(word)) || words.trim_end_matches(['为', ' ']).ends_with('率');
            if quantity.measure == Some(Measure::Money) || !aside {
                self.state.forgotten.clear();
            } else if !forgotten.is_empty() {
                self.state.forgotten = forgotten;
            }
        }
    }

    fn free_list(&mut self, quantities: &[&Quantity], names: &[String]) {
        for (index, quantity) in quantities.iter().enumerate() {
            let start = if index == 0 { self.naming(quantity.lead) } else { quantities[index - 1].tail };
            let role = free::role(quantity, self.clause.change, self.state.versus.is_some() || self.clause.each || self.clause.yearly);
            // 同比增长后为500人 counts.
            let counts = !matches!(quantity.measure, Some(Measure::Money | Measure::Percent | Measure::Points));
            // 主要原因是新增2所幼儿园 tells what was done.
            let changed = self.state.reason.is_none() && self.changes_by(quantity.lead);
            let role = if role == Role::Change && counts && !changed { Role::Count } else { role };
            // 社会保险基金预算收入 names an account, not a plan.
            let account = || {
                let words = &self.text[self.clause.start.min(quantity.start)..quantity.start];
                words.contains("基金预算") && !words.contains("政府性基金预算")
            };
            let planned = matches!(self.clause.basis, Some(Basis::Budget(_))) || self.role_of_whole().is_some() || self.plans();
            let budget = role == Role::Actual && quantity.measure == Some(Measure::Money) && planned && !account();
            let role = match self.planned_part(role, quantity.lead) {
                Some(planned) if quantity.measure == Some(Measure::Money) => planned,
                _ if budget => self.amount_role(quantity.measure),
                _ => role,
            };
            let context = self.clause.start.min(quantity.start)..quantity.end;
            let Some(id) = self.ledger.figure(quantity, role, self.section, context) else { return };
            let label = if names.len() == quantities.len() { names[index].clone() } else { ledger::label(self.text, start, quantity) };
            let year = self.clause.year.or(self.state.year).or(self.year_of_stock()).or(self.ledger.background.year);
            let year = if self.clause.departs { self.clause.comparing.year } else { year };
            let versus = self.state.versus.filter(|_| role == Role::Rate || role == Role::Change);
            let direction = self.clause.change.filter(|_| role == Role::Rate || role == Role::Change);
            let as_of = self.state.as_of.filter(|_| self.state.stock && matches!(role, Role::Count | Role::Actual) && self.clause.year.is_none());
            let project = self.project.clone().filter(|_| self.topic.is(SectionKind::Performance) && self.state.reason.is_none() && !self.project_is_title);
            let goal = self.goal(quantity, &label);
            let figure = &mut self.ledger.figures[id];
            figure.year = year;
            figure.as_of = as_of;
            figure.versus = versus;
            figure.direction = direction;
            if let Some(project) = project {
                free::indicator(figure, project, &label, quantity);
            }
            figure.label = label;
            if let Some(concept) = goal {
                figure.concept = Some(concept);
                figure.role = Role::Target;
            }
            if quantity.unit.is_none() {
                if let Some(unit) = quantities.iter().skip(index).find_map(|q| q.unit.clone()) {
                    self.ledger.inherit_unit(id, unit, UnitFrom::List);
                }
            }
        }
        self.state.stated = true;
        self.state.free = quantities.iter().all(|q| q.measure == Some(Measure::Money));
        self.state.work |= self.state.free && self.ledger.figures.last().is_some_and(|figure| figure.label.contains("总投资"));
        if !self.state.parts {
            self.state.free_role = self.ledger.figures.last().map(|figure| figure.role);
        }
    }

    /// 公务用车购置0.00万元；公务用车运行维护费22.45，主要用于…: an amount with decimals right behind a name, whose unit was left out among others
    /// that have it.
    pub(super) fn unit_left_out(&self, id: usize, quantity: &Quantity) -> Option<Unit> {
        const DECIMALS: u32 = 2;
        let figure = &self.ledger.figures[id];
        if figure.unit.is_some() || quantity.measure.is_some() || quantity.value.scale() != DECIMALS {
            return None;
        }
        let named =
            figure.concept.is_some() && figure.role.states_amount() && self.clause.chains.last().is_some_and(|c| self.names_right_before(c, quantity.lead));
        let before = &self.ledger.figures[id.checked_sub(1)?];
        let ends = self.text[quantity.tail..].starts_with(['，', '；', '。', '、', '）', '\n']);
        let same = before.line == figure.line && before.concept.is_some() && before.role.states_amount();
        before.unit.clone().filter(|unit| named && ends && same && unit.yuan().is_some())
    }

    pub(super) fn missing_sign(&mut self, id: usize, quantity: &Quantity, role: Role) {
        if quantity.measure.is_some() || self.ledger.figures[id].unit.is_some() || self.ledger.figures[id].concept.is_none() {
            return;
        }
        let range = quantity.start..quantity.end;
        if matches!(role, Role::Share | Role::Rate | Role::Completion) {
            self.ledger.note(DiagnosticCode::MissingPercent, Severity::Warning, range, || "百分比缺少百分号".into());
        } else {
            self.ledger.note(DiagnosticCode::MissingUnit, Severity::Warning, range, || "金额或数量缺少单位".into());
        }
    }

    /// A unit without its number: `结余分配万元`, `占 %`.
    pub(super) fn bare_unit(&mut self, token: &Token) {
        let expected = !self.clause.chains.is_empty() || self.clause.share.is_some() || self.clause.change.is_some() || self.clause.complete;
        if expected && !self.text[..token.start].ends_with(|c: char| matches!(c, '-' | '—') || c.is_ascii_digit()) {
            self.ledger.note(DiagnosticCode::MissingValue, Severity::Warning, token.start..token.end, || "有单位而无数值".into());
        }
        self.clause.chains.clear();
        self.clause.change = None;
        self.clause.share = None;
    }

    /// Whether a name stands right before a number, or with no more than its basis between: 政府采购货物预算1,260.30.
    fn names_right_before(&self, name: &Subject, lead: usize) -> bool {
        let end = name.words.end;
        end <= lead
            && matches!(self.text[end..lead].trim_end_matches(['为', ' ']), "" | "预算" | "决算" | "预算数" | "决算数" | "支出" | "支出预算" | "支出决算")
    }

    /// Whether the verb of change stands right before a number.
    fn changes_by(&self, lead: usize) -> bool {
        let before = self.text[..lead].trim_end_matches([' ', '了', '约', '近']);
        ending(before, &["增加", "减少", "增长", "下降", "上升", "降低", "新增", "多出", "多", "少", "增", "减", "降", "升"]).is_some()
    }

    /// 年初预算安排采购资金9万元，其中：取暖费5万元: what the parts of a budget of something unknown are. 已支付3万元 is none.
    fn planned_part(&self, role: Role, lead: usize) -> Option<Role> {
        const SPENT: &[&str] = &["支付", "完成", "支出", "到位", "使用", "拨付", "结余", "剩余"];
        if role != Role::Actual || !self.state.parts || !self.state.stated || self.clause.basis.is_some() {
            return None;
        }
        let words = &self.text[self.clause.start.min(lead)..lead];
        let done = words.contains(['已', '未']) || words.contains("实际");
        if done && has_any(words, SPENT) {
            return Some(Role::Actual);
        }
        self.state.free_role.filter(|whole| whole.is_planned())
    }

    /// Whether an amount that says nothing else is one of the budget: in the sections of a budget that explain what is planned.
    fn plans(&self) -> bool {
        use SectionKind::*;
        let explains = matches!(
            self.topic.kind,
            Some(
                Totals
                    | Revenue
                    | Expenditure
                    | Fiscal
                    | FiscalBasic
                    | GeneralBudget
                    | GeneralBudgetBasic
                    | ThreePublic
                    | GovernmentFund
                    | Procurement
                    | Performance
            )
        );
        let today = self.clause.year.or(self.state.year).is_none_or(|year| Some(year) == self.ledger.background.year);
        explains
            && today
            && self.ledger.background.is_budget
            && !self.accounts
            && !self.state.stock
            && self.state.reason.is_none_or(|reason| self.tells_of_use(reason))
            && self.clause.basis.is_none()
    }

    /// 项目支出。主要是专项资金300万元: words of a reason that open a sentence, where nothing changed before, tell what the money is for.
    fn tells_of_use(&self, reason: usize) -> bool {
        self.explained.is_empty() && self.text[self.state.start..reason.max(self.state.start)].trim_start_matches(' ') == "主要是"
    }

    pub(super) fn doubtful(&mut self, quantities: &[&Quantity], subjects: &[Bound]) {
        let (start, end) = (quantities[0].start, quantities.last().map_or(quantities[0].end, |q| q.end));
        let names: Vec<&str> = subjects.iter().filter_map(|s| s.concept).map(Concept::name).collect();
        if !names.is_empty() {
            let count = quantities.len();
            self.ledger.note(DiagnosticCode::AmbiguousSubject, Severity::Note, start..end, || format!("{count}个数值无法与{}一一对应", names.join("、")));
        }
        self.free(quantities);
    }
}
