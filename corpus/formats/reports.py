"""Three invented reports: bodies that do not exist, with amounts that add up."""

from model import *  # noqa: F403

NUMERALS = "一二三四五六七八九十"


def changed(now, before):
    """`增加585.37万元，增长17.21%` from what it is and what it was."""
    more = now >= before
    words = ("增加", "增长") if more else ("减少", "下降")
    return f"{words[0]}{plain(abs(now - before))}万元，{words[1]}{percent(abs(now - before), before)}%"


# ---------------------------------------------------------------- a department: the Sichuan form, tables at the end


def forestry():
    body, year = "青溪县林业局", 2023
    pension = "社会保障和就业支出/行政事业单位养老支出/"
    health = "卫生健康支出/行政事业单位医疗/"
    forest = "农林水支出/林业和草原/"
    items = [
        item("2080505", pension + "机关事业单位基本养老保险缴费支出", "96.35", "96.35", 0),
        item("2080506", pension + "机关事业单位职业年金缴费支出", "31.24", "31.24", 0),
        item("2080801", "社会保障和就业支出/抚恤/死亡抚恤", "8.60", "8.60", 0),
        item("2101101", health + "行政单位医疗", "22.47", "22.47", 0),
        item("2101102", health + "事业单位医疗", "24.18", "24.18", 0),
        item("2101103", health + "公务员医疗补助", "5.36", "5.36", 0),
        item("2110501", "节能环保支出/天然林保护/森林管护", "320.00", 0, "312.45"),
        item("2110502", "节能环保支出/天然林保护/社会保险补助", "64.80", 0, "64.80"),
        item("2130201", forest + "行政运行", "388.42", "388.42", 0),
        item("2130204", forest + "事业机构", "412.66", "412.66", 0),
        item("2130205", forest + "森林资源培育", "300.00", 0, "268.90"),
        item("2130206", forest + "技术推广与转化", "45.00", 0, "45.00"),
        item("2130207", forest + "森林资源管理", "150.00", 0, "150.00"),
        item("2130209", forest + "森林生态效益补偿", "486.20", 0, "486.20"),
        item("2130211", forest + "动植物保护", "36.50", 0, "36.50"),
        item("2130212", forest + "湿地保护", "28.00", 0, "21.75"),
        item("2130234", forest + "林业草原防灾减灾", "230.00", 0, "225.40"),
        item("2210201", "住房保障支出/住房改革支出/住房公积金", "88.15", "88.15", 0),
    ]
    land = item("2120804", "城乡社区支出/国有土地使用权出让收入安排的支出/农村基础设施建设支出", "120.00", 0, "120.00")
    own = item("2130299", forest + "其他林业和草原支出", "30.00", 0, "26.70")
    every = items + [land, own]
    spent, basic = summed(items), summed(items, lambda i: i.basic)
    planned = summed(items, lambda i: i.planned)
    income, other = d("2700.00"), d("31.20")
    fund = land.total
    received = income + fund + other
    opening, fiscal_opening = d("68.40"), d("60.15")
    total = received + opening
    outlay = summed(every)
    closing = total - outlay
    fiscal_total = income + fund + fiscal_opening
    fiscal_closing = fiscal_total - spent - fund
    personnel, office = d("982.61"), basic - d("982.61")
    public = [d("12.00"), d("9.36"), d(0), d(0), d("7.50"), d("6.84"), d(0), d(0), d("7.50"), d("6.84"), d("4.50"), d("2.52")]
    head = lambda level, label, title, text="": Heading(level, label, title, text)
    money = grouped
    share = lambda name, value, whole: f"{name}{plain(value)}万元，占{percent(value, whole)}%"

    blocks = [
        Cover([body, f"{year}年度部门决算", "公开时间：2024年9月20日"]),
        Contents(),
        head(1, "第一部分", "部门概况"),
        head(2, "一、", "部门职责"),
        head(3, "（一）", "主要职能", "负责全县森林、湿地资源的监督管理和林业生态保护修复；组织造林绿化和国有林场建设；承担陆生野生动植物保护、森林防火和林业有害生物防治；办理县委、县政府交办的其他事项。"),
        head(3, "（二）", f"{year}年重点工作完成情况", "全年完成营造林2.35万亩，义务植树46万株，森林覆盖率达到58.6%。巡护森林126.4万亩，处置热点19处，未发生重大森林火灾。争取到位上级资金1860万元，比上年多争取240万元。"),
        head(2, "二、", "机构设置"),
        Paragraph(f"{body}下属二级预算单位3个，其中行政单位0个，参照公务员法管理的事业单位1个，其他事业单位2个。"),
        Paragraph(f"纳入{body}{year}年度部门决算编制范围的二级预算单位包括："),
        Paragraph("1.青溪县国有林场"),
        Paragraph("2.青溪县森林防火中心"),
        Paragraph("3.青溪县林业技术推广站"),
        head(1, "第二部分", f"{year}年度部门决算情况说明"),
        head(2, "一、", "收入支出决算总体情况说明"),
        Paragraph(f"{year}年度收入总计{plain(total)}万元，支出总计{plain(total)}万元。与{year - 1}年相比，收、支总计各{changed(total, d('2612.44'))}。主要变动原因是森林生态效益补偿标准提高。"),
        head(2, "二、", "收入决算情况说明"),
        Paragraph(f"{year}年本年收入合计{plain(received)}万元，其中：" + "；".join([share("一般公共预算财政拨款收入", income, received), share("政府性基金预算财政拨款收入", fund, received), "国有资本经营预算财政拨款收入0万元，占0%", "上级补助收入0万元，占0%", share("其他收入", other, received)]) + "。"),
        head(2, "三、", "支出决算情况说明"),
        Paragraph(f"{year}年本年支出合计{plain(outlay)}万元，其中：{share('基本支出', basic, outlay)}；{share('项目支出', outlay - basic, outlay)}；上缴上级支出0万元，占0%；经营支出0万元，占0%。"),
        head(2, "四、", "财政拨款收入支出决算总体情况说明"),
        Paragraph(f"{year}年财政拨款收、支总计均为{plain(fiscal_total)}万元。与{year - 1}年相比，财政拨款收、支总计各{changed(fiscal_total, d('2590.80'))}。主要变动原因是天然林保护资金增加。"),
        head(2, "五、", "一般公共预算财政拨款支出决算情况说明"),
        head(3, "（一）", "一般公共预算财政拨款支出决算总体情况"),
        Paragraph(f"{year}年一般公共预算财政拨款支出{plain(spent)}万元，占本年支出合计的{percent(spent, outlay)}%。与{year - 1}年相比，一般公共预算财政拨款支出{changed(spent, d('2455.18'))}。主要变动原因是管护支出增加。"),
        head(3, "（二）", "一般公共预算财政拨款支出决算结构情况"),
        Paragraph(f"{year}年一般公共预算财政拨款支出{plain(spent)}万元，主要用于以下方面：" + "；".join(share(f"{name}（类）", summed(group), spent) for (_, name), group in classes(items).items()) + "。"),
        head(3, "（三）", "一般公共预算财政拨款支出决算具体情况"),
        Paragraph(f"{year}年一般公共预算支出决算数为{plain(spent)}万元，完成预算{percent(spent, planned)}%。其中："),
    ]
    for at, i in enumerate(items, 1):
        same = "决算数等于预算数" if i.total == i.planned else "决算数小于预算数的主要原因是部分工程款结转下年支付"
        names = f"{i.names[0].removesuffix('支出')}（类）{i.names[1]}（款）{i.names[2]}（项）"
        blocks.append(Paragraph(f"{at}.{names}：支出决算为{plain(i.total)}万元，完成预算{percent(i.total, i.planned)}%，{same}。"))
    blocks += [
        head(2, "六、", "一般公共预算财政拨款基本支出决算情况说明"),
        Paragraph(f"{year}年一般公共预算财政拨款基本支出{plain(basic)}万元，其中："),
        Paragraph(f"人员经费{plain(personnel)}万元，主要包括：基本工资、津贴补贴、奖金、绩效工资、住房公积金、抚恤金等。"),
        Paragraph(f"公用经费{plain(office)}万元，主要包括：办公费、印刷费、水费、电费、差旅费、公务接待费、工会经费、其他商品和服务支出等。"),
        head(2, "七、", "财政拨款“三公”经费支出决算情况说明"),
        head(3, "（一）", "“三公”经费财政拨款支出决算总体情况说明"),
        Paragraph(f"{year}年“三公”经费财政拨款支出决算为{plain(public[1])}万元，完成预算{percent(public[1], public[0])}%，较上年{changed(public[1], d('10.02'))}。决算数小于预算数的主要原因是压减接待和用车开支。"),
        head(3, "（二）", "“三公”经费财政拨款支出决算具体情况说明"),
        Paragraph(f"{year}年“三公”经费财政拨款支出决算中，因公出国（境）费支出决算0万元，占0%；公务用车购置及运行维护费支出决算{share('', public[5], public[1])}；公务接待费支出决算{share('', public[11], public[1])}。具体情况如下："),
        Paragraph("1.因公出国（境）经费支出0万元。全年安排因公出国（境）团组0次，出国（境）0人。"),
        Paragraph(f"2.公务用车购置及运行维护费支出{plain(public[5])}万元，完成预算{percent(public[5], public[4])}%。其中：公务用车购置支出0万元，公务用车运行维护费支出{plain(public[9])}万元。截至{year}年12月31日，单位共有公务用车2辆，其中：越野车2辆。"),
        Paragraph(f"3.公务接待费支出{plain(public[11])}万元，完成预算{percent(public[11], public[10])}%。国内公务接待41批次，312人次，共计支出{plain(public[11])}万元。外事接待支出0万元。"),
        head(2, "八、", "政府性基金预算支出决算情况说明"),
        Paragraph(f"{year}年政府性基金预算财政拨款支出{plain(fund)}万元。"),
        head(2, "九、", "国有资本经营预算支出决算情况说明"),
        Paragraph(f"{year}年国有资本经营预算财政拨款支出0万元。"),
        head(2, "十、", "其他重要事项的情况说明"),
        head(3, "（一）", "机关运行经费支出情况"),
        Paragraph(f"{year}年，{body}机关运行经费支出62.18万元，比{year - 1}年减少1.44万元，下降2.26%。主要原因是压减会议开支。"),
        head(3, "（二）", "政府采购支出情况"),
        Paragraph(f"{year}年，{body}政府采购支出总额318.50万元，其中：政府采购货物支出42.60万元、政府采购工程支出236.40万元、政府采购服务支出39.50万元。授予中小企业合同金额301.20万元，占政府采购支出总额的{percent('301.20', '318.50')}%。"),
        head(3, "（三）", "国有资产占有使用情况"),
        Paragraph(f"截至{year}年12月31日，{body}共有车辆2辆，其中：应急保障用车1辆、其他用车1辆。单价100万元以上设备0台（套）。"),
        head(3, "（四）", "预算绩效管理情况"),
        Paragraph(f"根据预算绩效管理要求，本部门组织对森林管护等4个项目开展了预算事前绩效评估，对12个项目编制了绩效目标，部门整体支出绩效自评得分93分。"),
        Paragraph("森林防火经费项目全年预算数80万元，执行数为76.40万元，完成预算的95.50%。通过项目实施，开展巡护1800人次，受益群众满意度达到95.2%。"),
        Paragraph("项目绩效目标完成情况表1"),
        Paragraph(f"（{year}年度）"),
        performance(),
        head(1, "第三部分", "名词解释"),
        Term("1.", "财政拨款收入", "指单位从同级财政部门取得的财政预算资金。"),
        Term("2.", "其他收入", "指单位取得的除上述收入以外的各项收入。"),
        Term("3.", "年末结转和结余", "指单位按有关规定结转到下年或以后年度继续使用的资金。"),
        Term("4.", "农林水（类）林业和草原（款）森林生态效益补偿（项）", "反映对公益林管护的补偿支出。"),
        Term("5.", "基本支出", "指为保障机构正常运转、完成日常工作任务而发生的人员支出和公用支出。"),
        Term("6.", "“三公”经费", "指部门用财政拨款安排的因公出国（境）费、公务用车购置及运行费和公务接待费。"),
        head(1, "第四部分", "附表"),
    ]
    numbered = lambda at: {"number": f"公开{at:02d}表", "body": f"部门：{body}", "unit": "金额单位：万元", "sheet": f"公开{at:02d}表"}
    left = [
        ["一、一般公共预算财政拨款收入", money(income)],
        ["二、政府性基金预算财政拨款收入", money(fund)],
        ["三、国有资本经营预算财政拨款收入", ""],
        ["四、上级补助收入", ""],
        ["五、事业收入", ""],
        ["六、其他收入", money(other)],
        ["本年收入合计", money(received)],
        ["年初结转和结余", money(opening)],
        ["总计", money(total)],
    ]
    by_class = [[f"{NUMERALS[at]}、{name}", money(summed(group))] for at, ((_, name), group) in enumerate(classes(every).items())]
    right = by_class + [["本年支出合计", money(outlay)], ["年末结转和结余", money(closing)], ["总计", money(total)]]
    fiscal_left = [
        ["一、一般公共预算财政拨款", money(income)],
        ["二、政府性基金预算财政拨款", money(fund)],
        ["三、国有资本经营预算财政拨款", ""],
        ["本年收入合计", money(income + fund)],
        ["年初财政拨款结转和结余", money(fiscal_opening)],
        ["总计", money(fiscal_total)],
    ]
    fiscal = items + [land]
    is_fund = lambda group: summed([i for i in group if i.code.startswith("21208")])
    fiscal_right = [[f"{NUMERALS[at]}、{name}", money(summed(g)), amount(summed(g) - is_fund(g), money), amount(is_fund(g), money)] for at, ((_, name), g) in enumerate(classes(fiscal).items())]
    fiscal_right += [["本年支出合计", money(spent + fund), money(spent), money(fund)], ["年末财政拨款结转和结余", money(fiscal_closing), money(fiscal_closing), ""], ["总计", money(fiscal_total), money(spent + fiscal_closing), money(fund)]]
    kinds = lambda group: [summed(group), summed(group, lambda i: i.basic), summed(group, lambda i: i.project)]
    blocks += [
        two_sided("收入支出决算总表", ["项目", "决算数", "项目（按功能分类）", "决算数"], left, right, **numbered(1), notes=["注：本表反映部门本年度的总收支和年末结转结余情况。"]),
        functional("支出决算表", ["本年支出合计", "基本支出", "项目支出"], kinds, every, one_column, money, **numbered(2), notes=["注：本表反映部门本年度各项支出情况。"]),
        two_sided("财政拨款收入支出决算总表", ["项目", "决算数", "项目", "合计", "一般公共预算财政拨款", "政府性基金预算财政拨款"], fiscal_left, fiscal_right, **numbered(3), notes=["注：本表反映部门本年度财政拨款的总收支和年末结转结余情况。"]),
        functional("一般公共预算财政拨款支出决算表", ["合计", "基本支出", "项目支出"], kinds, items, one_column, money, **numbered(4), notes=["注：本表反映部门本年度一般公共预算财政拨款支出情况。"]),
        three_public("财政拨款“三公”经费支出决算表", public, plain, **numbered(5), notes=["注：本表反映部门本年度“三公”经费支出预决算情况。"]),
        functional("政府性基金预算财政拨款收入支出决算表", ["本年收入", "本年支出", "基本支出", "项目支出"], lambda g: [summed(g)] + kinds(g), [land], one_column, money, **numbered(6)),
    ]
    return Report("forestry-2023", body, year, False, True, blocks)


def performance():
    text = lambda *cells: list(cells)
    rows = [
        text("项目名称", Cell("森林防火经费项目", 1, 5)),
        text("预算单位", Cell("青溪县森林防火中心", 1, 5)),
        text(Cell("预算执行情况(万元)", 3), "预算数:", "80", "执行数:", Cell("76.40", 1, 2)),
        text("其中-财政拨款:", "80", "其中-财政拨款:", Cell("76.40", 1, 2)),
        text("其它资金:", "0", "其它资金:", Cell("0", 1, 2)),
        text(Cell("年度目标完成情况", 2), Cell("预期目标", 1, 2), Cell("实际完成目标", 1, 3)),
        text(Cell("开展防火巡护1500人次，新建防火隔离带12公里。", 1, 2), Cell("开展防火巡护1800人次，新建防火隔离带12.6公里。", 1, 3)),
        text(Cell("绩效指标完成情况", 5), "一级指标", "二级指标", "三级指标", "预期指标值(包含数字及文字描述)", "实际完成指标值(包含数字及文字描述)"),
        text("项目完成指标", "数量指标", "防火巡护人次", "≥1500人次", "1800人次"),
        text("项目完成指标", "质量指标", "隔离带验收合格率", "100%", "100%"),
        text("效益指标", "社会效益", "林区群众防火意识", "持续提高", "持续提高"),
        text("满意度指标", "服务对象满意度", "林区群众满意度", "≥90%", "95.2%"),
    ]
    return Table("", [], rows, [4, 4, 4, 4, 6, 6], performance=True, sheet="绩效目标")


# ---------------------------------------------------------------- a unit: the Shanghai form, tables before the narrative, numbering by Word


def library():
    body, year = "湖滨区图书馆", 2024
    pension = "社会保障和就业支出/行政事业单位养老支出/"
    items = [
        item("2070104", "文化旅游体育与传媒支出/文化和旅游/图书馆", "1205.40", "742.16", "486.90"),
        item("2070108", "文化旅游体育与传媒支出/文化和旅游/文化活动", "60.00", 0, "57.35"),
        item("2080502", pension + "事业单位离退休", "16.20", "16.20", 0),
        item("2080505", pension + "机关事业单位基本养老保险缴费支出", "88.40", "86.72", 0),
        item("2080506", pension + "机关事业单位职业年金缴费支出", "44.20", "43.36", 0),
        item("2101102", "卫生健康支出/行政事业单位医疗/事业单位医疗", "50.10", "48.78", 0),
        item("2210201", "住房保障支出/住房改革支出/住房公积金", "64.30", "62.05", 0),
        item("2210203", "住房保障支出/住房改革支出/购房补贴", "20.00", "21.15", 0),
    ]
    own = item("2070199", "文化旅游体育与传媒支出/文化和旅游/其他文化和旅游支出", 0, 0, "5.80")
    every = items + [own]
    spent, basic, planned = summed(items), summed(items, lambda i: i.basic), summed(items, lambda i: i.planned)
    income, other, opening = d("1572.30"), d("6.40"), d("38.75")
    received, outlay = income + other, summed(every)
    total = received + opening
    closing = total - outlay
    fiscal_opening = d("18.20")
    fiscal_total = income + fiscal_opening
    personnel, office = d("884.37"), basic - d("884.37")
    public = [d("3.00"), d("2.35"), d(0), d(0), d("2.60"), d("2.21"), d(0), d(0), d("2.60"), d("2.21"), d("0.40"), d("0.14")]
    ordinals = [0] * 5

    def head(level, title):
        """A heading with the label that Word will count."""
        ordinals[level] += 1
        ordinals[level + 1:] = [0] * (4 - level)
        printed = numeral(ordinals[level])
        label = {1: f"第{printed}部分", 2: f"{printed}、", 3: f"（{printed}）", 4: f"{ordinals[level]}、"}[level]
        return Heading(level, label, title)

    money, unit = plain, {"unit": "单位：万元"}
    kinds = lambda group: [summed(group), summed(group, lambda i: i.basic), summed(group, lambda i: i.project)]
    left = [
        ["一、一般公共预算财政拨款收入", money(income)],
        ["二、政府性基金预算财政拨款收入", ""],
        ["三、国有资本经营预算财政拨款收入", ""],
        ["四、上级补助收入", ""],
        ["五、事业收入", ""],
        ["六、经营收入", ""],
        ["七、附属单位上缴收入", ""],
        ["八、其他收入", money(other)],
        ["本年收入合计", money(received)],
        ["使用非财政拨款结余（含专用结余）", ""],
        ["年初结转和结余", money(opening)],
        ["总计", money(total)],
    ]
    by_class = {name: summed(group) for (_, name), group in classes(every).items()}
    names = ["一般公共服务支出", "外交支出", "国防支出", "公共安全支出", "教育支出", "科学技术支出", "文化旅游体育与传媒支出", "社会保障和就业支出", "卫生健康支出", "节能环保支出", "城乡社区支出", "农林水支出", "交通运输支出", "资源勘探工业信息等支出", "商业服务业等支出", "金融支出", "援助其他地区支出", "自然资源海洋气象等支出", "住房保障支出", "粮油物资储备支出", "国有资本经营预算支出", "灾害防治及应急管理支出", "其他支出"]
    right = [[f"{numeral(at)}、{name}", amount(by_class.get(name, d(0)), money)] for at, name in enumerate(names, 1)]
    right += [["本年支出合计", money(outlay)], ["结余分配", ""], ["年末结转和结余", money(closing)], ["总计", money(total)]]
    receipts = lambda g: [summed(g) + (d("1.60") if len(g) == len(every) else d(0))]
    empty = lambda title, kind: Table(
        title,
        [[Cell("项目", 1, 2), Cell("年初结转和结余", 2), Cell("本年收入", 2), Cell("本年支出", 1, 2)], ["功能分类科目编码", "科目名称", "基本支出", "项目支出"]],
        [["", "", "", "", "", ""]],
        [3, 7, 4, 4, 4, 4],
        notes=[f"说明：{body}本年度没有{kind}收入和支出，故本表无数据。"],
        **unit,
    )
    blocks = [
        Cover([body, f"{year}年度", "单位决算"]),
        head(1, f"{body}概况"),
        head(2, "主要职能"),
        Paragraph(f"{body}是湖滨区文化和旅游局所属的公益一类事业单位，承担文献信息收集、整理、保存和流通，组织阅读推广活动。全馆建筑面积6120平方米，设阅览座席680个，馆藏文献52.3万册。"),
        head(2, "机构设置"),
        Paragraph(f"{body}设办公室、采编部、读者服务部等3个内设机构，核定事业编制42名。"),
        head(1, f"{body}{year}年度单位决算表"),
        two_sided("收入支出决算总表", ["项目", "决算数", "项目", "决算数"], left, right, **unit, notes=["注：本表反映单位本年度的总收支和年末结转结余情况。"]),
        functional("支出决算表", ["本年支出合计", "基本支出", "项目支出"], kinds, every, three_columns, money, **unit, notes=["注：本表反映单位本年度各项支出情况。"]),
        functional("一般公共预算财政拨款支出决算表", ["合计", "基本支出", "项目支出"], kinds, items, three_columns, money, **unit, notes=["注：本表反映单位本年度一般公共预算财政拨款支出情况。"]),
        three_public("财政拨款“三公”经费支出决算表", public, plain, **unit, notes=["注：本表反映单位本年度“三公”经费支出预决算情况。"]),
        empty("政府性基金预算财政拨款收入支出决算表", "政府性基金预算财政拨款"),
        empty("国有资本经营预算财政拨款收入支出决算表", "国有资本经营预算财政拨款"),
        head(1, f"{body}{year}年度单位决算情况说明"),
        head(2, "收入支出决算总体情况说明"),
        Paragraph(f"{body}{year}年度收入支出总计{plain(total)}万元。与{year - 1}年度相比，收入支出总计{changed(total, d('1668.20'))}。主要原因：上年实施设备更新，本年度无此项支出。"),
        head(2, "收入决算情况说明"),
        Paragraph(f"本年收入合计{plain(received)}万元，其中：财政拨款收入{plain(income)}万元，占{percent(income, received)}%；其他收入{plain(other)}万元，占{percent(other, received)}%。"),
        head(2, "支出决算情况说明"),
        Paragraph(f"本年支出合计{plain(outlay)}万元，其中：基本支出{plain(basic)}万元，占{percent(basic, outlay)}%；项目支出{plain(outlay - basic)}万元，占{percent(outlay - basic, outlay)}%。"),
        head(2, "财政拨款收入支出决算总体情况说明"),
        Paragraph(f"{body}{year}年度财政拨款收入支出总计{plain(fiscal_total)}万元。与{year - 1}年度相比，财政拨款收入支出总计{changed(fiscal_total, d('1634.90'))}。主要原因：项目经费减少。"),
        head(2, "一般公共预算财政拨款支出决算情况说明"),
        head(3, "一般公共预算财政拨款支出决算总体情况"),
        Paragraph(f"一般公共预算财政拨款支出{plain(spent)}万元，占本年支出合计的{percent(spent, outlay)}%。与{year - 1}年度相比，一般公共预算财政拨款支出{changed(spent, d('1611.45'))}。主要原因：项目经费减少。"),
        head(3, "一般公共预算财政拨款支出决算结构情况"),
        Paragraph(f"一般公共预算财政拨款支出{plain(spent)}万元，主要用于以下方面：" + "；".join(f"{name}（类）{plain(summed(g))}万元，占{percent(summed(g), spent)}%" for (_, name), g in classes(items).items()) + "。"),
        head(3, "一般公共预算财政拨款支出决算具体情况"),
        Paragraph(f"一般公共预算财政拨款支出年初预算为{plain(planned)}万元，支出决算为{plain(spent)}万元，完成年初预算的{percent(spent, planned)}%。其中："),
    ]
    for i in items:
        why = "决算数与预算数持平。" if i.total == i.planned else f"决算数{'大于' if i.total > i.planned else '小于'}预算数的主要原因：年中调整预算。"
        blocks.append(head(4, f"{i.names[0]}（类）{i.names[1]}（款）{i.names[2]}（项）"))
        blocks.append(Paragraph(f"年初预算为{plain(i.planned)}万元，支出决算为{plain(i.total)}万元，完成年初预算的{percent(i.total, i.planned)}%。{why}"))
    blocks += [
        head(2, "一般公共预算财政拨款基本支出决算情况说明"),
        Paragraph(f"一般公共预算财政拨款基本支出{plain(basic)}万元。其中：人员经费{plain(personnel)}万元，主要包括：基本工资、津贴补贴、绩效工资、住房公积金；公用经费{plain(office)}万元，主要包括：办公费、水费、电费、物业管理费、差旅费、工会经费。"),
        head(2, "财政拨款“三公”经费支出决算情况说明"),
        head(3, "财政拨款“三公”经费支出决算总体情况说明"),
        Paragraph(f"{body}{year}年度“三公”经费财政拨款支出预算为{plain(public[0])}万元，支出决算为{plain(public[1])}万元，完成预算的{percent(public[1], public[0])}%，其中：因公出国（境）费支出决算为0万元；公务用车购置及运行维护费支出决算为{plain(public[5])}万元，完成预算的{percent(public[5], public[4])}%；公务接待费支出决算为{plain(public[11])}万元，完成预算的{percent(public[11], public[10])}%。"),
        Paragraph(f"{year}年度“三公”经费财政拨款支出决算数比{year - 1}年度{changed(public[1], d('2.68'))}。"),
        head(3, "“三公”经费财政拨款支出决算具体情况说明"),
        Paragraph(f"公务用车购置及运行维护费{plain(public[5])}万元。其中：公务用车购置支出0万元；公务用车运行维护费{plain(public[9])}万元，主要用于流动图书车的燃料费、维修费。{year}年，使用财政拨款开支运行费用的公务用车保有量为1辆。"),
        Paragraph(f"公务接待费{plain(public[11])}万元。其中：国内公务接待支出{plain(public[11])}万元，国内公务接待2批次、18人次。"),
        head(2, "政府性基金预算财政拨款收入支出决算情况说明"),
        Paragraph(f"{body}{year}年度无政府性基金预算财政拨款收入和支出。"),
        head(2, "国有资本经营预算财政拨款收入支出决算情况说明"),
        Paragraph(f"{body}{year}年度无国有资本经营预算财政拨款收入和支出。"),
        head(2, "预算绩效管理情况"),
        Paragraph(f"{body}{year}年度编报绩效目标的项目6个，涉及预算金额544.25万元；绩效自评的项目5个，涉及预算金额512.80万元，平均得分95.20分（其中，绩效评级为“优”的项目4个；绩效评级为“良”的项目1个）。"),
        head(2, "其他重要事项的情况说明"),
        head(3, "政府采购支出情况"),
        Paragraph(f"{body}{year}年度政府采购金额为204.60万元，其中：货物采购金额151.30万元、工程采购金额0万元、服务采购金额53.30万元。"),
        head(3, "国有资产占有使用情况说明"),
        Paragraph(f"截至{year}年12月31日，{body}共有车辆1辆，其中：特种专业技术用车1辆、其他用车0辆。单价100万元（含）以上设备（不含车辆）2台（套）。"),
        head(1, "名词解释"),
        Term("一、", "财政拨款收入", "指单位本年度从本级财政部门取得的财政拨款。"),
        Term("二、", "其他收入", "指单位取得的除财政拨款收入以外的收入。"),
        Term("三、", "年初结转和结余", "指以前年度尚未完成、结转到本年按有关规定继续使用的资金。"),
        Term("四、", "基本支出", "指单位为保障机构正常运转、完成日常工作任务而发生的各项支出。"),
        Term("五、", "“三公”经费", "指单位使用本级财政拨款安排的因公出国（境）费、公务用车购置及运行维护费和公务接待费。"),
    ]
    return Report("library-2024", body, year, True, True, blocks)


def numeral(number):
    """1 to 99 in Chinese numerals."""
    tens, ones = divmod(number, 10)
    head = "" if tens == 0 else "十" if tens == 1 else NUMERALS[tens - 1] + "十"
    return head + (NUMERALS[ones - 1] if ones else "")


# ---------------------------------------------------------------- a budget: the Jiangsu form, separators in amounts, no heading styles


def water():
    body, year = "临河市水务局", 2025
    pension = "社会保障和就业支出/行政事业单位养老支出/"
    works = "农林水支出/水利/"
    items = [
        item("2080505", pension + "机关事业单位基本养老保险缴费支出", "291.60", "302.48", 0),
        item("2080506", pension + "机关事业单位职业年金缴费支出", "145.80", "151.24", 0),
        item("2130301", works + "行政运行", "1906.20", "1968.35", 0),
        item("2130306", works + "水利工程运行与维护", "2510.00", 0, "2648.50"),
        item("2130314", works + "防汛", "702.30", 0, "655.00"),
        item("2130399", works + "其他水利支出", "222.60", 0, "208.90"),
        item("2210201", "住房保障支出/住房改革支出/住房公积金", "352.40", "368.12", 0),
        item("2210202", "住房保障支出/住房改革支出/提租补贴", "430.10", "441.76", 0),
    ]
    land = item("2120804", "城乡社区支出/国有土地使用权出让收入安排的支出/农村基础设施建设支出", "600.00", 0, "450.00")
    every = items + [land]
    before = lambda group: summed(group, lambda i: i.planned)
    general, fund, other = summed(items), land.total, d("180.00")
    total, last = general + fund + other, before(items) + land.planned + other
    basic = summed(items, lambda i: i.basic)
    project = total - basic
    personnel, office = d("2894.60"), basic - d("2894.60")
    money = grouped
    w = lambda value: money(value) + "万元"

    def versus(now, then):
        if now == then:
            return "与上年预算数相同"
        words = ("增加", "增长") if now > then else ("减少", "下降")
        return f"与上年相比{words[0]}{w(abs(now - then))}，{words[1]}{percent(abs(now - then), then)}%"

    share = lambda name, value: f"{name}{w(value)}，占{percent(value, total)}%"
    head = Heading
    public = [d("51.20"), d(0), d("40.10"), d("18.00"), d("22.10"), d("11.10")]
    numbered = lambda at: {"number": f"公开{at:02d}表", "body": f"部门：{body}", "unit": "单位：万元", "sheet": f"表{at}"}
    kinds = lambda group: [summed(group), summed(group, lambda i: i.basic), summed(group, lambda i: i.project)]
    spending = list(classes(every).items())
    reserve = other
    left = [
        ["一、一般公共预算拨款收入", money(general)],
        ["二、政府性基金预算拨款收入", money(fund)],
        ["三、国有资本经营预算拨款收入", ""],
        ["四、其他资金", money(other)],
        ["本年收入合计", money(total)],
        ["上年结转资金", ""],
        ["收入总计", money(total)],
    ]
    with_other = {name: summed(group) + (reserve if name == "农林水支出" else d(0)) for (_, name), group in spending}
    right = [[f"{NUMERALS[at]}、{name}", money(value)] for at, (name, value) in enumerate(with_other.items())]
    right += [["本年支出合计", money(total)], ["结转下年资金", ""], ["支出总计", money(total)]]
    public_table = Table(
        "一般公共预算“三公”经费支出表",
        [
            [Cell("“三公”经费合计", 3), Cell("“三公”经费", 1, 5)],
            [Cell("因公出国（境）费", 2), Cell("公务用车购置及运行维护费", 1, 3), Cell("公务接待费", 2)],
            ["小计", "公务用车购置费", "公务用车运行维护费"],
        ],
        [[plain(a) for a in public]],
        [4, 4, 4, 4, 4, 4],
        **numbered(4),
    )
    blocks = [
        Cover([f"{body}{year}年度部门预算"]),
        head(1, "第一部分", "部门概况"),
        head(2, "一、", "部门主要职能"),
        Paragraph("贯彻执行水务工作法律法规和方针政策，统筹水资源开发利用与保护，指导水利工程建设与运行管理，承担水旱灾害防御和河湖长制日常工作。"),
        head(2, "二、", "部门机构设置及预算单位构成情况"),
        Paragraph("1.根据部门职责分工，本部门内设机构包括办公室、规划计划处、水资源处、工程建设处等6个处室。"),
        Paragraph(f"2.从预算单位构成看，纳入本部门{year}年部门汇总预算编制范围的预算单位共计3家。"),
        head(2, "三、", f"{year}年度部门主要工作任务及目标"),
        Paragraph("1.加快补齐防洪短板。整治中小河流5条、圩堤26.4公里，除险加固小型水库4座。"),
        Paragraph("2.落实最严格水资源管理制度。全市用水总量控制在16.2亿立方米以内，水功能区水质达标率不低于85%。"),
        head(1, "第二部分", f"{body}{year}年度部门预算表"),
        two_sided("收支预算总表", ["项目", "预算数", "项目", "预算数"], left, right, **numbered(1)),
        functional("财政拨款支出预算表", ["合计", "基本支出", "项目支出"], kinds, every, one_column, money, **numbered(2)),
        functional("一般公共预算支出预算表", ["合计", "基本支出", "项目支出"], kinds, items, one_column, money, **numbered(3)),
        public_table,
        functional("政府性基金预算支出表", ["合计", "基本支出", "项目支出"], kinds, [land], one_column, money, **numbered(5)),
        head(1, "第三部分", f"{year}年度部门预算情况说明"),
        head(2, "一、", "收支预算总表情况说明"),
        Paragraph(f"{body}{year}年度收入、支出预算总计{w(total)}，{versus(total, last).replace('与上年相比', '与上年相比收、支预算总计各')}。主要原因是水利工程维修养护定额提高。其中："),
        Paragraph(f"（一）收入预算总计{w(total)}。包括："),
        Paragraph(f"1.财政拨款收入预算总计{w(general + fund)}。"),
        Paragraph(f"（1）一般公共预算收入预算{w(general)}，{versus(general, before(items))}。主要原因是财政保障口径调整。"),
        Paragraph(f"（2）政府性基金收入预算{w(fund)}，{versus(fund, land.planned)}。主要原因是农村河道项目减少。"),
        Paragraph(f"2.其他资金收入预算总计{w(other)}，与上年预算数相同。"),
        Paragraph(f"（二）支出预算总计{w(total)}。包括："),
    ]
    for at, ((_, name), group) in enumerate(spending, 1):
        now, then = with_other[name], before(group) + (reserve if name == "农林水支出" else d(0))
        blocks.append(Paragraph(f"{at}.{name.removesuffix('支出')}（类）支出{w(now)}，主要用于本部门履行职能。{versus(now, then)}。"))
    blocks += [
        Paragraph(f"此外，基本支出预算数为{w(basic)}。{versus(basic, before([i for i in items if i.basic]))}。主要原因是正常增资。"),
        Paragraph(f"项目支出预算数为{w(project)}。{versus(project, before([i for i in every if not i.basic]) + other)}。"),
        head(2, "二、", "收入预算总表情况说明"),
        Paragraph(f"{body}本年收入预算合计{w(total)}，其中："),
        Paragraph(share("一般公共预算收入", general) + "；"),
        Paragraph(share("政府性基金收入", fund) + "；"),
        Paragraph(share("其他资金", other) + "。"),
        head(2, "三、", "支出预算总表情况说明"),
        Paragraph(f"{body}本年支出预算合计{w(total)}，其中："),
        Paragraph(share("基本支出", basic) + "；"),
        Paragraph(share("项目支出", project) + "。"),
        head(2, "四、", "财政拨款支出预算表情况说明"),
        Paragraph(f"{body}{year}年财政拨款预算支出{w(general + fund)}，占本年支出合计的{percent(general + fund, total)}%。{versus(general + fund, before(every))}。其中："),
    ]
    for at, ((_, name), group) in enumerate(spending):
        blocks.append(head(3, f"（{NUMERALS[at]}）", f"{name}（类）"))
        for place, i in enumerate(group, 1):
            blocks.append(Paragraph(f"{place}.{i.names[1]}（款）{i.names[2]}（项）支出{w(i.total)}，{versus(i.total, i.planned)}。"))
    blocks += [
        head(2, "五、", "财政拨款基本支出预算表情况说明"),
        Paragraph(f"{body}{year}年度财政拨款基本支出预算{w(basic)}，其中："),
        Paragraph(f"（一）人员经费{w(personnel)}。主要包括：基本工资、津贴补贴、奖金、住房公积金、提租补贴等。"),
        Paragraph(f"（二）公用经费{w(office)}。主要包括：办公费、水费、电费、差旅费、工会经费等。"),
        head(2, "六、", "一般公共预算“三公”经费支出预算表情况说明"),
        Paragraph(f"{body}{year}年度一般公共预算拨款安排的“三公”经费预算支出中，因公出国（境）费支出0万元，占“三公”经费的0%；公务用车购置及运行维护费支出{plain(public[2])}万元，占“三公”经费的{percent(public[2], public[0])}%；公务接待费支出{plain(public[5])}万元，占“三公”经费的{percent(public[5], public[0])}%。"),
        head(2, "七、", "政府性基金预算支出表情况说明"),
        Paragraph(f"{body}{year}年政府性基金支出预算支出{w(fund)}。{versus(fund, land.planned)}。"),
        head(2, "八、", "政府采购支出预算情况说明"),
        Paragraph(f"{year}年度政府采购支出预算总额1,482.60万元，其中：拟采购货物支出160.40万元、拟采购工程支出1,010.00万元、拟购买服务支出312.20万元。"),
        head(2, "九、", "国有资产占用情况"),
        Paragraph("本部门共有车辆9辆，其中，一般公务用车5辆、执法执勤用车2辆、特种专业技术用车2辆。单价50万元（含）以上的通用设备3台（套）。"),
        head(2, "十、", "预算绩效目标设置情况说明"),
        Paragraph(f"{year}年本部门共6个项目实行绩效目标管理，涉及财政性资金合计2,860.40万元。"),
        head(1, "第四部分", "名词解释"),
        Term("一、", "财政拨款", "指市财政通过一般公共预算和政府性基金预算安排给本部门的资金。"),
        Term("二、", "其他资金", "包括财政拨款以外取得的堤防占用补偿、存款利息等收入。"),
        Term("三、", "基本支出", "指用于人员工资福利和机关日常运转的开支。"),
        Term("四、", "“三公”经费", "指以一般公共预算资金开支的出国（境）、公务用车、公务接待三类经费。"),
    ]
    return Report("water-budget-2025", body, year, False, False, blocks)


REPORTS = [forestry, library, water]
