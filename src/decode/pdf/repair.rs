//! Characters that a font names by a form of no use to a reader: radicals and compatibility forms become the unified character.

/// Characters of one code block in the order of their codes, with the unified character that each stands for.
struct Forms {
    /// The code of the first.
    first: u32,
    /// The unified characters, one for each code from `first` on.
    unified: &'static str,
}

/// Kangxi radicals and compatibility ideographs, after the decompositions of the Unicode Character Database.
static FORMS: &[Forms] = &[
    Forms {
        first: 0x2f00,
        unified: "一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾干幺广廴廾弋弓彐彡彳\
         心戈戶手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸\
         缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身車辛辰辵邑酉釆里金長門阜隶隹雨靑非面革韋韭音\
         頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠",
    },
    Forms {
        first: 0xf900,
        unified: "豈更車賈滑串句龜龜契金喇奈懶癩羅蘿螺裸邏樂洛烙珞落酪駱亂卵欄爛蘭鸞嵐濫藍襤拉臘蠟廊朗浪狼郎來冷勞擄櫓爐盧老蘆虜路露魯鷺碌\
         祿綠菉錄鹿論壟弄籠聾牢磊賂雷壘屢樓淚漏累縷陋勒肋凜凌稜綾菱陵讀拏樂諾丹寧怒率異北磻便復不泌數索參塞省葉說殺辰沈拾若掠略亮\
         兩凉梁糧良諒量勵呂女廬旅濾礪閭驪麗黎力曆歷轢年憐戀撚漣煉璉秊練聯輦蓮連鍊列劣咽烈裂說廉念捻殮簾獵令囹寧嶺怜玲瑩羚聆鈴零靈\
         領例禮醴隸惡了僚寮尿料樂燎療蓼遼龍暈阮劉杻柳流溜琉留硫紐類六戮陸倫崙淪輪律慄栗率隆利吏履易李梨泥理痢罹裏裡里離匿溺吝燐璘\
         藺隣鱗麟林淋臨立笠粒狀炙識什茶刺切度拓糖宅洞暴輻行降見廓兀嗀",
    },
    Forms { first: 0xfa10, unified: "塚" },
    Forms { first: 0xfa12, unified: "晴" },
    Forms { first: 0xfa15, unified: "凞猪益礼神祥福靖精羽" },
    Forms { first: 0xfa20, unified: "蘒" },
    Forms { first: 0xfa22, unified: "諸" },
    Forms { first: 0xfa25, unified: "逸都" },
    Forms {
        first: 0xfa2a,
        unified: "飯飼館鶴郞隷侮僧免勉勤卑喝嘆器塀墨層屮悔慨憎懲敏既暑梅海渚漢煮爫琢碑社祉祈祐祖祝禍禎穀突節練縉繁署者臭艹艹著褐視謁謹賓贈\
         辶逸難響頻恵𤋮舘",
    },
    Forms {
        first: 0xfa70,
        unified: "並况全侀充冀勇勺喝啕喙嗢塚墳奄奔婢嬨廒廙彩徭惘慎愈憎慠懲戴揄搜摒敖晴朗望杖歹殺流滛滋漢瀞煮瞧爵犯猪瑱甆画瘝瘟益盛直睊着磌\
         窱節类絛練缾者荒華蝹襁覆視調諸請謁諾諭謹變贈輸遲醙鉶陼難靖韛響頋頻鬒龜𢡊𢡄𣏕㮝䀘䀹𥉉𥳐𧻓齃龎",
    },
];

/// Radicals of the supplement block that are written like a character, each before that character, in the order of their codes.
static RADICALS: &str = "⺁厂⺅亻⺆冂⺇几⺉刂⺊卜⺋㔾⺌小⺒巳⺓幺⺔彑⺕彐⺖忄⺘扌⺙攵⺛旡⺝月⺞歺⺟母⺠民⺡氵⺢氺⺣灬⺤爫⺦丬⺧牛⺨犭⺩王⺪疋⺫罒\
         ⺬示⺭礻⺯糹⺰纟⺶羊⺹耂⺺肀⺻聿⺼月⺽臼⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇角⻈讠⻉贝⻊足⻋车⻌辶⻍辶⻎辶⻏阝⻐钅⻑長\
         ⻒镸⻓长⻔门⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻟飠⻠饣⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜\
         ⻲亀⻳龟";

/// Bullets of the symbol fonts that word processors draw lists with, by their private code, and what they show.
static BULLETS: &[(char, char)] = &[
    ('\u{f06c}', '●'),
    ('\u{f06e}', '■'),
    ('\u{f075}', '◆'),
    ('\u{f0a7}', '▪'),
    ('\u{f0a8}', '□'),
    ('\u{f0b7}', '•'),
    ('\u{f0d8}', '➢'),
    ('\u{f0e8}', '➔'),
    ('\u{f0fc}', '✓'),
];

/// The character a reader sees for the one the font names.
pub(super) fn unified(c: char) -> char {
    match u32::from(c) {
        0x2e80..=0x2ef3 => radical(c),
        0x2f00..=0x2fd5 | 0xf900..=0xfaff => form(c),
        0xe000..=0xf8ff => BULLETS.iter().find(|(private, _)| *private == c).map_or(c, |(_, shown)| *shown),
        _ => c,
    }
}

/// Whether the character says nothing to a reader: of private use, or in place of one that the file does not tell.
pub(super) fn is_unmapped(c: char) -> bool {
    matches!(u32::from(c), 0xe000..=0xf8ff | 0xfffd | 0xf_0000..=0x10_fffd)
}

fn form(c: char) -> char {
    let code = u32::from(c);
    let Some(forms) = FORMS.iter().rev().find(|f| f.first <= code) else { return c };
    forms.unified.chars().nth((code - forms.first) as usize).unwrap_or(c)
}

fn radical(c: char) -> char {
    let mut pairs = RADICALS.chars();
    while let (Some(radical), Some(unified)) = (pairs.next(), pairs.next()) {
        if radical == c {
            return unified;
        }
    }
    c
}

#[cfg(test)]
mod tests {
    use super::{is_unmapped, unified};

    #[test]
    fn radicals_and_compatibility_forms_become_the_character_they_look_like() {
        let shown: String = "⼀⼆⼗⽔⾦⿕⻓⻔⻰金句\u{f0b7}".chars().map(unified).collect();
        assert_eq!(shown, "一二十水金龠长门龙金句•");
    }

    #[test]
    fn every_radical_of_kangxi_and_every_compatibility_form_leaves_its_block() {
        let kept: Vec<char> = ('\u{2f00}'..='\u{2fd5}').filter(|c| unified(*c) == *c).collect();
        assert_eq!(kept, []);
        // Twelve of the block are unified characters themselves; the codes behind them are not assigned.
        let kept: String = ('\u{f900}'..='\u{fad9}').filter(|c| unified(*c) == *c).collect();
        assert_eq!(kept, "﨎﨏﨑﨓﨔﨟﨡﨣﨤﨧﨨﨩\u{fa6e}\u{fa6f}");
    }

    #[test]
    fn ordinary_characters_are_left_alone_and_private_ones_are_told() {
        assert_eq!("决1，Ａ\u{e123}".chars().map(unified).collect::<String>(), "决1，Ａ\u{e123}");
        assert_eq!("决\u{fffd}\u{e123}\u{f0123}".chars().map(is_unmapped).collect::<Vec<_>>(), [false, true, true, true]);
    }
}
