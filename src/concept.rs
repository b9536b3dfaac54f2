//! The catalogue of concepts: what a figure can be a figure of.

use crate::spelling::spelled;

/// Declares the catalogue: variant, identifier in JSON, name in the reports.
macro_rules! catalogue {
    ($($variant:ident = $id:literal, $name:literal;)+) => {
        spelled! {
            /// What a figure is a figure of, by the identifiers of the catalogue.
            ///
            /// The catalogue grows: a new minor version may add identifiers. None is ever removed or given another meaning.
            Concept, "concept" { $(#[doc = $name] $variant = $id,)+ }
        }

        impl Concept {
            /// The name that the reports and forms give it.
            pub const fn name(self) -> &'static str {
                match self { $(Concept::$variant => $name,)+ }
            }
        }
    };
}

catalogue! {
    RevenueTotal = "revenue_total", "收入总计";
    ExpenditureTotal = "expenditure_total", "支出总计";
    RevenueCurrentTotal = "revenue_current_total", "本年收入合计";
    ExpenditureCurrentTotal = "expenditure_current_total", "本年支出合计";
    CarryoverOpening = "carryover_opening", "年初结转和结余";
    CarryoverClosing = "carryover_closing", "年末结转和结余";
    BalanceDistribution = "balance_distribution", "结余分配";
    UseOfNonfiscalBalance = "use_of_nonfiscal_balance", "使用非财政拨款结余（含专用结余）";
    RevenueFiscal = "revenue_fiscal", "财政拨款收入";
    RevenueGeneralPublicBudget = "revenue_general_public_budget", "一般公共预算财政拨款收入";
    RevenueGovernmentFund = "revenue_government_fund", "政府性基金预算财政拨款收入";
    RevenueStateCapital = "revenue_state_capital", "国有资本经营预算财政拨款收入";
    RevenueSuperiorSubsidy = "revenue_superior_subsidy", "上级补助收入";
    RevenueUndertaking = "revenue_undertaking", "事业收入";
    RevenueOperating = "revenue_operating", "经营收入（预算：事业单位经营收入）";
    RevenueAffiliatedRemittance = "revenue_affiliated_remittance", "附属单位上缴收入";
    RevenueOther = "revenue_other", "其他收入";
    RevenueByFunction = "revenue_by_function", "收入按功能科目(参数 code)";
    ExpenditureBasic = "expenditure_basic", "基本支出";
    ExpenditureProject = "expenditure_project", "项目支出";
    ExpenditureRemitSuperior = "expenditure_remit_superior", "上缴上级支出";
    ExpenditureOperating = "expenditure_operating", "经营支出";
    ExpenditureSubsidyAffiliated = "expenditure_subsidy_affiliated", "对附属单位补助支出";
    ExpenditureByFunction = "expenditure_by_function", "支出按功能科目(参数 code)";
    FiscalRevenueTotal = "fiscal_revenue_total", "财政拨款收入总计";
    FiscalExpenditureTotal = "fiscal_expenditure_total", "财政拨款支出总计";
    FiscalCarryoverOpening = "fiscal_carryover_opening", "年初财政拨款结转和结余";
    FiscalCarryoverClosing = "fiscal_carryover_closing", "年末财政拨款结转和结余";
    FiscalExpenditureByFunction = "fiscal_expenditure_by_function", "财政拨款支出按功能科目×资金性质(参数 code,fund)";
    FiscalExpenditureByEconomic = "fiscal_expenditure_by_economic", "财政拨款支出按经济科目(参数 code)";
    GeneralBudgetExpenditure = "general_budget_expenditure", "一般公共预算财政拨款支出";
    GeneralBudgetExpenditureByFunction = "general_budget_expenditure_by_function", "一般公共预算支出—类/款/项(参数 item/code,level)";
    GeneralBudgetBasic = "general_budget_basic", "一般公共预算财政拨款基本支出";
    GeneralBudgetProject = "general_budget_project", "一般公共预算财政拨款项目支出";
    GeneralBudgetBasicPersonnel = "general_budget_basic_personnel", "人员经费";
    GeneralBudgetBasicOperating = "general_budget_basic_operating", "（日常）公用经费";
    GeneralBudgetBasicByEconomic = "general_budget_basic_by_economic", "基本支出按经济款级科目(参数 code)";
    ExpenditureByEconomic = "expenditure_by_economic", "支出按经济分类（参数 code，如 301 工资福利支出）";
    ThreePublicTotal = "three_public_total", "“三公”经费合计";
    ThreePublicAbroad = "three_public_abroad", "因公出国（境）费";
    ThreePublicVehicle = "three_public_vehicle", "公务用车购置及运行维护费";
    ThreePublicVehiclePurchase = "three_public_vehicle_purchase", "公务用车购置费";
    ThreePublicVehicleOperation = "three_public_vehicle_operation", "公务用车运行维护费";
    ThreePublicReception = "three_public_reception", "公务接待费";
    ThreePublicReceptionDomestic = "three_public_reception_domestic", "国内公务接待支出";
    ThreePublicReceptionForeign = "three_public_reception_foreign", "外事(外宾)接待支出";
    GovernmentFundThreePublic = "government_fund_three_public", "政府性基金“三公”经费";
    AbroadDelegations = "abroad_delegations", "因公出国（境）团组数";
    AbroadPersons = "abroad_persons", "因公出国（境）人数/人次";
    VehiclePurchasedCount = "vehicle_purchased_count", "更新购置公务用车";
    VehiclePurchasedSedan = "vehicle_purchased_sedan", "其中：轿车（购置）";
    VehiclePurchasedSuv = "vehicle_purchased_suv", "其中：越野车（购置）";
    VehiclePurchasedBus = "vehicle_purchased_bus", "其中：载客汽车（购置）";
    VehiclePurchasedSedanAmount = "vehicle_purchased_sedan_amount", "轿车购置金额";
    VehiclePurchasedSuvAmount = "vehicle_purchased_suv_amount", "越野车购置金额";
    VehiclePurchasedBusAmount = "vehicle_purchased_bus_amount", "载客汽车购置金额";
    VehicleHoldingCount = "vehicle_holding_count", "公务用车保有量";
    VehicleHoldingSedan = "vehicle_holding_sedan", "其中：轿车（保有）";
    VehicleHoldingSuv = "vehicle_holding_suv", "其中：越野车（保有）";
    VehicleHoldingBus = "vehicle_holding_bus", "其中：载客汽车（保有）";
    ReceptionDomesticBatches = "reception_domestic_batches", "国内公务接待批次";
    ReceptionDomesticPersons = "reception_domestic_persons", "国内公务接待人次(不含陪同)";
    ReceptionForeignBatches = "reception_foreign_batches", "外事接待批次";
    ReceptionForeignPersons = "reception_foreign_persons", "外事接待人次";
    GovernmentFundRevenue = "government_fund_revenue", "政府性基金本年收入";
    GovernmentFundExpenditure = "government_fund_expenditure", "政府性基金预算财政拨款支出";
    GovernmentFundCarryoverOpening = "government_fund_carryover_opening", "政府性基金年初结转和结余";
    GovernmentFundCarryoverClosing = "government_fund_carryover_closing", "政府性基金年末结转和结余";
    StateCapitalExpenditure = "state_capital_expenditure", "国有资本经营预算财政拨款支出";
    StateCapitalRevenue = "state_capital_revenue", "国有资本经营预算财政拨款收入(表09)";
    AgencyOperatingCost = "agency_operating_cost", "机关运行经费";
    ProcurementTotal = "procurement_total", "政府采购支出总额(政府采购金额)";
    ProcurementGoods = "procurement_goods", "政府采购货物支出";
    ProcurementWorks = "procurement_works", "政府采购工程支出";
    ProcurementServices = "procurement_services", "政府采购服务支出";
    ProcurementSme = "procurement_sme", "授予中小企业合同金额";
    ProcurementMicroSmall = "procurement_micro_small", "授予小微企业合同金额";
    ProcurementReservedSmeBudget = "procurement_reserved_sme_budget", "面向中小企业预留采购预算金额";
    ProcurementReservedMicroBudget = "procurement_reserved_micro_budget", "面向小微企业预留采购预算金额";
    MeetingCost = "meeting_cost", "会议费";
    TrainingCost = "training_cost", "培训费";
    AssetVehiclesTotal = "asset_vehicles_total", "国有资产—车辆总数";
    AssetVehiclesMinisterial = "asset_vehicles_ministerial", "部（省）级领导干部用车";
    AssetVehiclesLeader = "asset_vehicles_leader", "主要领导干部用车";
    AssetVehiclesConfidential = "asset_vehicles_confidential", "机要通信用车";
    AssetVehiclesEmergency = "asset_vehicles_emergency", "应急保障用车";
    AssetVehiclesLawEnforcement = "asset_vehicles_law_enforcement", "执法执勤用车";
    AssetVehiclesSpecial = "asset_vehicles_special", "特种专业技术用车";
    AssetVehiclesRetired = "asset_vehicles_retired", "离退休干部用车";
    AssetVehiclesOther = "asset_vehicles_other", "其他用车";
    AssetGeneralEquipmentThreshold = "asset_general_equipment_threshold", "通用设备单价门槛";
    AssetGeneralEquipmentOver500k = "asset_general_equipment_over_500k", "单价50万元以上通用设备";
    AssetSpecialEquipmentThreshold = "asset_special_equipment_threshold", "专用设备单价门槛";
    AssetSpecialEquipmentOver1m = "asset_special_equipment_over_1m", "单价100万元以上专用设备";
    AssetEquipmentOver1mIncl = "asset_equipment_over_1m_incl", "单价100万元（含）以上设备（不含车辆）";
    PerformancePreEvaluationProjects = "performance_pre_evaluation_projects", "事前绩效评估项目数";
    PerformanceTargetProjects = "performance_target_projects", "编制绩效目标项目数";
    PerformanceTargetAmount = "performance_target_amount", "编报绩效目标涉及预算金额";
    PerformanceMonitoredProjects = "performance_monitored_projects", "绩效监控(跟踪)项目数";
    PerformanceSelfEvaluatedProjects = "performance_self_evaluated_projects", "绩效自评项目数";
    PerformanceSelfEvaluatedAmount = "performance_self_evaluated_amount", "绩效自评涉及预算金额";
    PerformanceAverageScore = "performance_average_score", "绩效自评平均得分";
    PerformanceGradeCount = "performance_grade_count", "绩效评级(优/良/合格/不合格)项目数(参数 grade)";
    PerformanceSelfOrganizedEvaluations = "performance_self_organized_evaluations", "自行组织项目支出绩效评价数";
    PerformanceDisclosedProjects = "performance_disclosed_projects", "反映绩效目标完成情况的项目数";
    PerformanceProjectTotal = "performance_project_total", "项目预算执行—全部资金（role 分 budget/actual/completion）";
    PerformanceProjectFiscal = "performance_project_fiscal", "项目预算执行—其中财政拨款";
    PerformanceProjectOther = "performance_project_other", "项目预算执行—其它资金";
    PerformanceGoal = "performance_goal", "年度目标中的数值（role target/actual）";
    PerformanceIndicator = "performance_indicator", "三级指标值（role target/actual/rate/count）";
    PerformanceIndicatorName = "performance_indicator_name", "三级指标名称中的数值";
    SubordinateUnits = "subordinate_units", "下属二级(预算)单位数";
    SubordinateAdministrative = "subordinate_administrative", "其中：行政单位";
    SubordinateCivilServiceManaged = "subordinate_civil_service_managed", "其中：参照公务员法管理事业单位";
    SubordinateOtherInstitutions = "subordinate_other_institutions", "其中：其他事业单位";
    InternalOffices = "internal_offices", "内设机构—室";
    InternalSections = "internal_sections", "内设机构—科";
    InternalInstitutes = "internal_institutes", "内设机构—院";
    InternalTeams = "internal_teams", "内设机构—队";
    InternalCenters = "internal_centers", "内设机构—中心";
    StaffTotal = "staff_total", "年末职工人数";
    StaffEstablished = "staff_established", "在编人员";
    StaffAdministrative = "staff_administrative", "行政人员";
    StaffCivilServiceManaged = "staff_civil_service_managed", "参公管理事业人员";
    StaffOtherInstitution = "staff_other_institution", "非参公事业人员";
    StaffSelfFunded = "staff_self_funded", "经费自理人员";
    OfficialCardHoldingRate = "official_card_holding_rate", "公务卡持卡率";
    PerformanceMonitoredAmount = "performance_monitored_amount", "绩效跟踪评价涉及预算金额";
    PerformanceIssuesFound = "performance_issues_found", "绩效自评发现问题数";
    ProcurementReservedSmeAwarded = "procurement_reserved_sme_awarded", "面向中小企业预留项目中由中小企业中标(成交)采购金额";
    ProcurementReservedMicroAwarded = "procurement_reserved_micro_awarded", "面向小微企业预留项目中由小微企业中标(成交)采购金额";
    ProcurementOtherSmeAwarded = "procurement_other_sme_awarded", "其他政府采购项目中由中小企业中标(成交)采购金额";
    AssetEquipmentThreshold = "asset_equipment_threshold", "设备（不含车辆）单价门槛";
    FiscalExpenditureCurrentTotal = "fiscal_expenditure_current_total", "财政拨款本年支出合计";
    UseOfUndertakingFund = "use_of_undertaking_fund", "用事业基金弥补收支差额（2019年前口径）";
    GeneralBudgetCarryoverOpening = "general_budget_carryover_opening", "一般公共预算(公共预算)财政拨款年初结转和结余";
    GeneralBudgetCarryoverClosing = "general_budget_carryover_closing", "一般公共预算(公共预算)财政拨款年末结转和结余";
    GovernmentFundExpenditureByFunction = "government_fund_expenditure_by_function", "政府性基金支出按功能科目(参数 item/code,level)";
    ThreePublicAbroadItem = "three_public_abroad_item", "因公出国（境）费分项(参数 item=目的地/事由)";
    AbroadDelegationsJoined = "abroad_delegations_joined", "参加其他单位出国（境）团组数";
    ReceptionBatches = "reception_batches", "公务接待批次(未区分国内/外事)";
    ReceptionPersons = "reception_persons", "公务接待人数/人次(未区分国内/外事)";
    AssetVehiclesGeneral = "asset_vehicles_general", "国有资产—一般公务用车";
    InternalTotal = "internal_total", "机关行政处室/内设处室数";
    SubordinateInstitutions = "subordinate_institutions", "所属事业单位数";
    NewUnits = "new_units", "新增决算单位数(参数 unit_name)";
    StaffQuotaOfUnit = "staff_quota_of_unit", "人员编制数(参数 unit_name)";
    StaffIncumbentOfUnit = "staff_incumbent_of_unit", "在职人数(参数 unit_name)";
    StaffInstitution = "staff_institution", "事业人员";
    StaffTemporary = "staff_temporary", "临聘人员";
    StaffSurvivorSubsidy = "staff_survivor_subsidy", "遗属补助人员";
    ThirdLevelUnits = "third_level_units", "三级(预算)单位数(参数 parent)";
    ComponentDetachments = "component_detachments", "所属支队数(三级预算单位之一部分)";
    RevenueOtherFunds = "revenue_other_funds", "其他资金收入(事业+经营+其他收入)";
    ExpenditureReservedContingency = "expenditure_reserved_contingency", "单位预留机动经费";
    FiscalBasic = "fiscal_basic", "财政拨款基本支出";
    FiscalBasicPersonnel = "fiscal_basic_personnel", "财政拨款基本支出—人员经费";
    FiscalBasicByEconomic = "fiscal_basic_by_economic", "财政拨款基本支出按经济款级科目(参数 code)";
    FiscalBasicOperating = "fiscal_basic_operating", "财政拨款基本支出—公用经费";
    AgencyOperatingCostByEconomic = "agency_operating_cost_by_economic", "机关运行经费按经济科目(参数 code)";
    SubordinateBalanceFunded = "subordinate_balance_funded", "下属差额拨款事业单位数";
    DispatchedAgencies = "dispatched_agencies", "派出机构数";
    BudgetUnits = "budget_units", "纳入部门预算编制范围的预算单位数(含本级)";
    ExpenditureProjectOperational = "expenditure_project_operational", "运转类项目支出(预算)";
    AssetEquipmentOver200kIncl = "asset_equipment_over_200k_incl", "单价20万元（含）以上的设备";
    RevenuePublicFiscalSubsidy = "revenue_public_fiscal_subsidy", "公共财政拨款（补助）资金";
    FiscalProjectExpenditure = "fiscal_project_expenditure", "财政拨款项目支出";
    FiscalReservedContingency = "fiscal_reserved_contingency", "财政拨款单位预留机动经费";
    ThreePublicMeetingTrainingTotal = "three_public_meeting_training_total", "“三公”经费、会议费、培训费合计";
    ProcurementItem = "procurement_item", "政府采购预算明细(参数 专项/经济科目/物品/组织形式)";
    ExpenditureBasicPersonnel = "expenditure_basic_personnel", "基本支出—人员经费（全部资金）";
    ExpenditureBasicOperating = "expenditure_basic_operating", "基本支出—公用经费（全部资金）";
    PerformanceWeight = "performance_weight", "绩效评分分值（权重）";
    PerformanceScore = "performance_score", "绩效评分得分";
    PerformanceProjectCarryover = "performance_project_carryover", "项目预算执行—上年结转资金";
}

#[cfg(test)]
mod tests {
    use super::Concept;

    #[test]
    fn every_identifier_reads_back_as_its_concept() {
        for concept in Concept::ALL {
            assert_eq!(concept.as_str().parse(), Ok(*concept));
            assert!(!concept.name().is_empty(), "{concept} has no name");
        }
    }

    #[test]
    fn an_unknown_identifier_says_what_it_is() {
        let error = "revenue_grand".parse::<Concept>().map_err(|e| e.to_string());
        assert_eq!(error, Err("unknown concept \"revenue_grand\"".into()));
    }
}
