//! The words of each class. Made of the TOML files beside it: do not change it by hand.

/// The words of each class, longer ones first.
#[rustfmt::skip]
pub(super) const WORDS: [(&str, &[&str]); 154] = [
    ("template-folder", &[
        "pull_request_template", "テンプレート", "issue_template", "_templates", "templates", "ひな形",
        "template"]),
    ("template-file", &[
        "pull_request_template", "テンプレート", "issue_template", "template"]),
    ("front-page", &[
        "index", "home"]),
    ("contents-page", &[
        "table_of_contents", "sidebar", "summary", "navbar", "目次", "toc"]),
    ("project-file", &[
        "code_of_conduct", "contributing", "変更履歴", "更新履歴", "行動規範", "changelog"]),
    ("project-file-in-capitals", &[
        "contributors", "maintainers", "governance", "authors", "copying", "licence", "license", "agents",
        "notice"]),
    ("site-page", &[
        "プライバシーポリシー", "terms_and_conditions", "terms_of_service", "privacy_policy",
        "terms_of_use", "免責事項", "利用規約", "contact_us", "disclaimer", "about_us"]),
    ("to-visitors", &[
        "本サービス", "this service", "this website", "当サイト", "当ブログ", "本サイト",
        "our service", "our website", "contact us", "this site", "{{ site."]),
    ("attribute", &[
        "descripción general", "conceptos básicos", "caractéristiques", "características", "visión general",
        "généralités", "vue d'ensemble", "eigenschaften", "generalidades", "observaciones",
        "présentation", "사용 예시", "활용 예시", "beschreibung", "descripción",
        "einzelheiten", "introduction", "key features", "points clés", "propriétés", "puntos clave",
        "ポイント", "使用示例", "allgemeines", "bemerkungen", "definición", "description",
        "définition", "propiedades", "definition", "grundlagen", "kernpunkte", "key points",
        "what is it", "überblick", "übersicht", "beispiele", "remarques", "beispiel", "detalles",
        "détails", "ejemplos", "examples", "exemples", "features", "merkmale", "overview",
        "aperçu", "details", "ejemplo", "example", "exemple", "feature", "general", "remarks",
        "basics", "points", "とは", "メモ", "介绍", "作用", "例子", "内容", "功能",
        "基本", "定义", "定義", "役割", "概念", "概要", "概述", "機能", "特征",
        "特徴", "特点", "用途", "示例", "简介", "補足", "要点", "詳細", "説明",
        "说明", "개념", "개요", "기능", "설명", "예시", "예제", "용도", "정의",
        "특징", "about", "notes", "memo", "note"]),
    ("aspect", &[
        "メリットとデメリット", "メリット・デメリット", "avantages et inconvénients",
        "主なユースケース", "ventajas y desventajas", "vor- und nachteile", "ユースケース",
        "anwendungsgebiete", "cas d'utilisation", "anwendungsfälle", "common use cases", "einschränkungen",
        "장점과 단점", "characteristics", "アプローチ", "デメリット", "characteristic",
        "fonctionnement", "funcionamiento", "funktionsweise", "inconvenientes", "inconvénients",
        "disadvantages", "inconvénient", "main features", "pros and cons", "사용 사례",
        "접근 방법", "주의 사항", "casos de uso", "disadvantage", "key benefits", "limitaciones",
        "メリット", "主な機能", "使用场景", "应用场景", "注意事项", "접근방법",
        "주의사항", "anwendungen", "cas d'usage", "desventajas", "limitations", "pros & cons",
        "utilisation", "advantages", "desventaja", "limitation", "advantage", "anwendung",
        "avantages", "drawbacks", "funciones", "nachteile", "use cases", "まとめ", "优缺点",
        "使い方", "問題点", "解き方", "문제점", "장단점", "주의점", "한계점",
        "approach", "aufgaben", "avantage", "benefits", "drawback", "función", "key uses",
        "nachteil", "use case", "usecases", "ventajas", "vorteile", "aufgabe", "benefit", "limites",
        "límite", "precios", "pricing", "purpose", "summary", "usecase", "ventaja", "vorteil",
        "grenze", "issues", "kosten", "limite", "nutzen", "precio", "tarifs", "优点", "利点",
        "制約", "制限", "场景", "总结", "料金", "欠点", "特性", "用法", "目的",
        "短所", "缺点", "課題", "長所", "问题", "限制", "단점", "목적", "비용",
        "역할", "장점", "특성", "한계", "활용", "issue", "rôle", "usage", "zweck",
        "cons", "pros", "uses", "usos", "use", "uso"]),
    ("overview", &[
        "descripción general", "conceptos básicos", "visión general", "généralités", "vue d'ensemble",
        "generalidades", "présentation", "beschreibung", "descripción", "introduction", "はじめに",
        "allgemeines", "definición", "description", "définition", "definition", "grundlagen",
        "what is it", "überblick", "übersicht", "overview", "aperçu", "details", "general",
        "とは", "介绍", "内容", "基本", "定義", "概念", "概要", "概述", "简介",
        "詳細", "説明", "说明", "개념", "개요", "설명", "정의", "about", "intro"]),
    ("example", &[
        "期待される出力", "example calculation", "sketch of the proof", "sample calculation",
        "exemple de calcul", "beispielrechnung", "ejemplo resuelto", "exemple corrigé", "beispielaufgabe",
        "example problem", "expected output", "sketch of proof", "証明の概略", "démonstration",
        "example output", "rechenbeispiel", "sample problem", "worked example", "demostración",
        "sample output", "usage example", "소스 코드", "실행 결과", "출력 결과",
        "beweisskizze", "proof sketch", "コード例", "サンプル", "出力結果", "実行結果",
        "输出结果", "运行结果", "source code", "beispiele", "コード", "使用例",
        "具体例", "出力例", "利用例", "注意点", "活用例", "計算例", "beispiel",
        "ejemplos", "exemples", "ejemplo", "exemple", "beweis", "output", "preuve", "sample",
        "例题", "備考", "出力", "注意", "証明", "证明", "증명", "코드", "proof",
        "code", "例"]),
    ("nameless-heading", &[
        "試験に出るポイント", "押さえるポイント", "things to keep in mind", "知っておくこと",
        "覚えておくこと", "試験のポイント", "key considerations", "puntos importantes",
        "things to remember", "試験ポイント", "重要ポイント", "points importants",
        "words to look for", "important points", "시험 포인트", "중요 포인트", "핵심 포인트",
        "important facts", "important notes", "klausurrelevant", "tips and tricks", "wichtige punkte",
        "覚えること", "considerations", "exam power ups", "things to know", "exam power up",
        "exam powerups", "para recordar", "알아둘 점", "주의할 점", "참고 사항",
        "핵심 정리", "exam powerup", "for the exam", "good to know", "keep in mind", "more details",
        "need to know", "nice to know", "注意事项", "試験対策", "重要事項", "알아두기",
        "주의사항", "deeper dive", "exam points", "on the exam", "an example", "exam notes",
        "highlights", "importante", "à retenir", "deep dive", "exam tips", "important", "key facts",
        "must know", "关键点", "小贴士", "豆知識", "포인트", "conseils", "consejos",
        "exam tip", "remember", "astuces", "wichtig", "trucos", "注意", "考点", "要点",
        "重点", "重要", "핵심", "facts", "merke", "tipps", "tips"]),
    ("nameless-chapter", &[
        "アーキテクチャ", "architecture", "아키텍처", "架构"]),
    ("about-the-note", &[
        "objectifs d'apprentissage", "objetivos de aprendizaje", "à retenir pour l'examen", "programme de l'examen",
        "exam content outline", "learning objectives", "programa del curso", "programme du cours",
        "temario del examen", "学習のゴール", "試験について", "how to contribute",
        "learning outcomes", "about the author", "acknowledgements", "exam information", "prüfungsinhalte",
        "related articles", "schlussfolgerung", "강의 계획서", "acknowledgments", "course schedule",
        "course syllabus", "exam objectives", "zusammenfassung", "アジェンダ", "試験の概要",
        "試験の範囲", "강의계획서", "about the exam", "course outline", "final thoughts",
        "learning goals", "prüfungsstoff", "exam overview", "exam syllabus", "key takeaways",
        "miscellaneous", "plan du cours", "related notes", "related pages", "related posts",
        "verschiedenes", "기여 방법", "시험 개요", "시험 범위", "질문 건의",
        "출제 기준", "출제 범위", "학습 목표", "conclusiones", "contributing",
        "contributors", "exam details", "exam outline", "tagesordnung", "あとがき", "おわりに",
        "さいごに", "シラバス", "出題傾向", "出題範囲", "到達目標", "学习目标",
        "学習目標", "授業計画", "教学大纲", "終わりに", "考試範圍", "考试大纲",
        "考试概述", "考试范围", "試験内容", "試験形式", "試験情報", "試験概要",
        "試験範囲", "試験結果", "講義予定", "课程大纲", "기여하기", "conclusions",
        "conclusión", "en résumé", "exam format", "ablaufplan", "conclusion", "exam scope",
        "next steps", "lernziele", "sonstiges", "takeaways", "その他", "まとめ", "最後に",
        "마무리", "마치며", "lehrplan", "résumé", "syllabus", "thoughts", "closing",
        "resumen", "schluss", "summary", "temario", "wrap up", "wrap-up", "agenda", "divers",
        "others", "varios", "余談", "其他", "其它", "后记", "小结", "总结", "感想",
        "所感", "総括", "考纲", "雑記", "기타", "요약", "정리", "fazit", "other",
        "misc", "bio"]),
    ("about-the-note-at-top", &[
        "イントロダクション", "この記事について", "本記事について", "requisitos previos",
        "voraussetzungen", "prerrequisitos", "introducción", "prerequisites", "avant-propos",
        "introduction", "きっかけ", "はじめに", "動作環境", "対象読者", "想定読者",
        "注意事項", "들어가며", "einführung", "hintergrund", "about this", "background",
        "disclaimer", "einleitung", "motivation", "prérequis", "objectifs", "objetivos", "お断り",
        "ゴール", "contexte", "contexto", "prefacio", "préface", "prólogo", "preface",
        "vorwort", "agenda", "免責", "前提", "前言", "動機", "対象", "引言", "環境",
        "目標", "目的", "経緯", "背景", "목적", "배경", "about", "goals", "intro",
        "ziele", "goal"]),
    ("topic-too", &[
        "introducción", "introduction", "きっかけ", "einführung", "hintergrund", "background",
        "einleitung", "motivation", "objectifs", "objetivos", "ゴール", "contexte", "contexto",
        "前提", "動機", "対象", "環境", "目標", "目的", "経緯", "背景", "목적",
        "배경", "goals", "ziele", "goal"]),
    ("may-tell", &[
        "イントロダクション", "schlussfolgerung", "zusammenfassung", "key takeaways", "miscellaneous",
        "verschiedenes", "conclusiones", "はじめに", "들어가며", "conclusions", "conclusión",
        "en résumé", "conclusion", "à retenir", "sonstiges", "takeaways", "その他", "まとめ",
        "마무리", "résumé", "resumen", "schluss", "summary", "wrap up", "wrap-up", "divers",
        "others", "varios", "其他", "其它", "小结", "引言", "总结", "総括", "기타",
        "요약", "정리", "fazit", "intro", "other", "misc"]),
    ("reference", &[
        "参考にさせていただいた記事", "weiterführende literatur", "personal recommendations",
        "参考にしたサイト", "personal recommendation", "lecturas recomendadas", "weiterführende links",
        "参考にした記事", "additional resources", "literaturverzeichnis", "pour aller plus loin",
        "recommended reading", "tabla de contenidos", "table des matières", "inhaltsverzeichnis",
        "quellenverzeichnis", "あとで調べる", "おすすめの本", "おすすめ書籍",
        "参考リンク集", "before next class", "recommended books", "table of contents",
        "further reading", "véase también", "参考サイト", "参考リンク", "後で調べる",
        "関連リンク", "external links", "해야 할 것", "announcements", "bibliografía",
        "bibliographie", "for next time", "related links", "참고 도서", "참고 문헌",
        "참고 자료", "추천 도서", "추천 자료", "bibliography", "hausaufgaben",
        "liens utiles", "next lecture", "office hours", "reading list", "références", "useful links",
        "ver también", "zu erledigen", "やること", "リンク集", "参考図書", "参考文献",
        "参考書籍", "参考記事", "参考資料", "参考资料", "参考链接", "変更履歴",
        "待办事项", "推荐阅读", "更新履歴", "次回まで", "関連記事", "참고자료",
        "referencias", "learn more", "next class", "references", "siehe auch", "voir aussi",
        "남은 것", "backlinks", "changelog", "literatur", "next time", "read more", "参考url",
        "参考書", "引用元", "homework", "see also", "sommaire", "à faire", "devoirs",
        "à lire", "할 일", "出典", "出處", "参考", "宿題", "待办", "次回", "目录",
        "目次", "謝辞", "링크", "목차", "참고", "출처", "to do", "to-do", "refs",
        "todo", "ref", "toc"]),
    ("reference-over-links", &[
        "ressources", "reference", "resources", "リンク", "contents", "recursos", "resource", "verweise",
        "credits", "enlaces", "fuentes", "license", "quellen", "related", "sources", "índice",
        "enlace", "fuente", "inhalt", "quelle", "source", "tareas", "引用", "index", "liens",
        "links", "docs", "lien", "link"]),
    ("reference-start", &[
        "参考リンク", "参考にし", "参考文献", "参考資料", "references ", "参考：",
        "related ", "参考 ", "参考:"]),
    ("nameless-title", &[
        "無題のファイル", "changelog", "template", "untitled", "license", "readme", "無題",
        "index", "todo"]),
    ("set-end", &[
        "ライフサイクル", "ユースケース", "デメリット", "inconvénients", "disadvantages",
        "bestandteile", "ステップ", "メリット", "優先順位", "構成要素", "componentes",
        "desventajas", "differences", "limitations", "advantages", "categories", "challenges",
        "components", "composants", "life cycle", "principios", "principles", "prinzipien",
        "avantages", "drawbacks", "lifecycle", "nachteile", "principes", "use cases", "フロー",
        "問題点", "문제점", "benefits", "elements", "merkmale", "policies", "schritte",
        "ursachen", "ventajas", "vorteile", "classes", "options", "parties", "pillars", "process",
        "reasons", "étapes", "causas", "causes", "ebenen", "etapas", "layers", "levels", "partes",
        "phasen", "phases", "stages", "stufen", "一覧", "优点", "分类", "分類", "利点",
        "原則", "原因", "対策", "手順", "方法", "条件", "構成", "欠点", "步骤",
        "段階", "流れ", "特徴", "特性", "短所", "种类", "種類", "类型", "组成",
        "缺点", "要素", "課題", "違い", "長所", "項目", "順序", "順番", "과정",
        "구성", "단점", "방법", "상태", "순서", "요소", "이유", "장점", "절차",
        "조건", "종류", "특성", "특징", "arten", "fases", "kinds", "modes", "order",
        "parts", "pasos", "steps", "tipos", "typen", "types", "cons", "flow", "pros"]),
    ("set-start", &[
        "differences between", "inconvénients de", "bestandteile der", "bestandteile des", "disadvantages of",
        "componentes de", "composantes de", "desventajas de", "les étapes de", "limitations of",
        "advantages of", "components of", "composants de", "die arten der", "les phases de",
        "nachteile von", "principios de", "principles of", "éléments de", "avantages de",
        "elementos de", "las fases de", "les types de", "los tipos de", "principes de", "schritte der",
        "schritte des", "ursachen der", "ursachen von", "vorteile von", "benefits of", "elements of",
        "reasons for", "ventajas de", "parties de", "pasos para", "phasen der", "phasen des",
        "process of", "stufen der", "étapes de", "étapes du", "arten der", "arten von", "causas de",
        "causes de", "causes of", "clases de", "etapas de", "fases del", "layers of", "levels of",
        "partes de", "pasos del", "phases de", "phases du", "phases of", "sortes de", "stages in",
        "stages of", "teile der", "teile des", "typen von", "fases de", "kinds of", "parts of",
        "pasos de", "steps in", "steps of", "steps to", "tipos de", "types de", "types of"]),
    ("counter", &[
        "categories", "components", "principles", "本の柱", "pillars", "reasons", "layers", "levels",
        "phases", "stages", "つの", "個の", "原則", "大类", "本柱", "段階", "種類",
        "要素", "項目", "가지", "kinds", "parts", "rules", "steps", "types", "ways",
        "つ", "个", "個", "大", "層", "种", "rs"]),
    ("number", &[
        "cuatro", "quatre", "sieben", "cinco", "eight", "fünf", "nueve", "sechs", "seven", "siete",
        "three", "trois", "acht", "cinq", "deux", "diez", "drei", "five", "four", "huit", "neuf",
        "neun", "nine", "ocho", "seis", "sept", "tres", "vier", "zehn", "zwei", "dix", "dos",
        "six", "ten", "two"]),
    ("invitation-end", &[
        "てください", "ましょう", "십시오", "합시다", "세요"]),
    ("page-property", &[
        "最終更新日時", "last edited time", "ステータス", "last edited by", "created time",
        "作成日時", "最終更新", "last edited", "created by", "materials", "作成日",
        "作成者", "更新日", "category", "reviewed", "created", "author", "course", "status",
        "タグ", "日付", "種類", "class", "date", "tags", "type", "tag", "url"]),
    ("contents-mark", &[
        "[[_toc_]]", "[[toc]]", "[_toc_]", "{{toc}}", "${toc}", "@[toc]", "[toc]"]),
    ("notes-end", &[
        "以上です", "おわり", "終わり", "the end", "以上", "ende", "end", "eof", "fin", "完",
        "끝"]),
    ("of-the-notes", &[
        "このリポジトリ", "まとめたもの", "this document is", "정리한 문서", "this repository",
        "translated from", "このノート", "このページ", "まとめです", "テスト範囲",
        "dieser artikel", "este artículo", "este documento", "personal notes", "translation of",
        "diese notizen", "meine notizen", "notes for the", "시험 범위", "이 저장소",
        "정리한 글", "course notes", "this article", "this file is", "this note is", "this page is",
        "この記事", "の動画で", "勉強メモ", "学习笔记", "学習メモ", "学習記録",
        "本ノート", "本ページ", "試験範囲", "赤シート", "这篇文章", "시험범위",
        "ce document", "cet article", "estas notas", "study notes", "these notes", "mitschrift",
        "notes from", "this repo ", "教科書p", "이 레포", "이 문서", "ces notes",
        "mes notes", "mis notas", "this post", "を翻訳", "備忘録", "本仓库", "本文将",
        "本記事", "번역을", "번역한", "exam on ", "my notes", "syllabus", "textbook",
        "midterm", "이 글", "教材", "视频", "접수"]),
    ("label", &[
        "参考サイト", "参考リンク", "語呂合わせ", "démonstration", "demostración", "beweisskizze",
        "eselsbrücke", "key takeaway", "observación", "proof sketch", "ver también", "zum beispiel",
        "たとえば", "ちなみに", "ひっかけ", "参考文献", "参考記事", "参考資料",
        "参考资料", "引っかけ", "注意事项", "落とし穴", "補足説明", "for example",
        "par exemple", "por ejemplo", "importante", "references", "screenshot", "siehe auch",
        "voir aussi", "à retenir", "anmerkung", "atención", "attention", "beispiele", "bemerkung",
        "exam tips", "exam trap", "important", "more info", "read more", "reference", "remarques",
        "作成日", "例えば", "具体例", "参考url", "引用元", "更新日", "注意点",
        "覚え方", "豆知識", "analogie", "beispiel", "conseils", "consejos", "ejemplos",
        "exam tip", "examples", "exemples", "hinweise", "merksatz", "mnemonic", "recuerda",
        "remarque", "remember", "see also", "see more", "takeaway", "achtung", "analogy", "caution",
        "conseil", "consejo", "ejemplo", "example", "exemple", "hinweis", "pitfall", "pro tip",
        "related", "remarks", "warning", "wichtig", "answer", "astuce", "author", "beweis",
        "gotcha", "indice", "preuve", "rappel", "remark", "メモ", "余談", "例如", "例子",
        "備考", "出典", "参考", "备注", "完了", "引用", "提示", "日付", "比如",
        "注意", "画像", "示例", "答え", "結論", "補足", "解説", "証明", "追記",
        "関連", "비고", "예시", "주의", "참고", "aside", "hints", "image", "merke",
        "notas", "notes", "p. ej", "p. ex", "pista", "proof", "truco", "date", "hint", "info",
        "memo", "nota", "note", "tipp", "tips", "todo", "trap", "z. b", "bsp", "e.g", "fyi",
        "i.e", "n.b", "ojo", "p.s", "see", "tip", "vgl", "z.b", "例", "図", "注", "答",
        "예", "cf", "ej", "ex", "nb", "ps"]),
    ("link-label", &[
        "公式ドキュメント", "documentation", "リンク", "enlaces", "fuentes", "quellen", "sources",
        "verweis", "enlace", "fuente", "quelle", "source", "公式", "liens", "links", "docs",
        "lien", "link", "refs", "doc", "ref", "url"]),
    ("label-start", &[
        "たとえば、", "例えば、", "例えば ", "e.g., ", "e.g. ", "cf. ", "※", "←", "↑",
        "→", "↓", "⇒", "＊", "->", "=>"]),
    ("marker", &[
        "prüfungsrelevant", "klausurrelevant", "必ず覚える", "試験に出る", "para el examen",
        "試験頻出", "importante", "à retenir", "important", "最重要", "要暗記",
        "超重要", "超頻出", "frequent", "prüfung", "klausur", "partiel", "wichtig",
        "examen", "必考", "必須", "暗記", "重点", "重要", "頻出", "중요", "exam",
        "must"]),
    ("unfinished", &[
        "por completar", "à compléter", "zu erledigen", "à vérifier", "por revisar", "noch offen",
        "ergänzen", "pendiente", "por hacer", "未確認", "未調査", "要確認", "要調査",
        "unfertig", "à faire", "à finir", "prüfen", "未完", "todo", "tbd", "wip", "未"]),
    ("unwritten", &[
        "fill this in later", "look this up later", "あとで埋める", "あとで調べる", "will write later",
        "나중에 쓰기", "not written yet", "to be completed", "to be continued", "あとで復習",
        "あとで書く", "あとで確認", "あとで追加", "あとで追記", "後で埋める",
        "後で調べる", "fill in later", "look up later", "to be written", "finish later",
        "por escribir", "後で書く", "後で確認", "後で追加", "後で追記", "後日追記",
        "書きかけ", "記入予定", "追記予定", "to be added", "write later", "kommt noch",
        "to be done", "à écrire", "add later", "待完善", "待补充", "待续"]),
    ("unwritten-in-brackets", &[
        "under construction", "look this up", "coming soon", "작성 중", "あとで", "作成中",
        "執筆中", "工事中", "未記入", "準備中", "調べる", "작성중", "look up",
        "not yet", "später", "まだ", "後で", "空欄", "folgt", "later", "to do"]),
    ("unfinished-tag", &[
        "할일", "todo", "未"]),
    ("important-tag", &[
        "important", "重要", "중요"]),
    ("empty-bold", &[
        "重要ポイント", "試験に出る", "very important", "please note", "importante", "atención",
        "attention", "exam hint", "exam note", "important", "note that", "または", "exam tip",
        "remarque", "achtung", "hinweis", "warning", "wichtig", "always", "and/or", "cannot",
        "かつ", "だけ", "ない", "のみ", "必ず", "必須", "注意", "重点", "重要",
        "頻出", "시험", "중요", "don't", "merke", "never", "exam", "hint", "must", "nein",
        "nota", "note", "only", "all", "and", "any", "can", "non", "not", "oui", "sí", "tip",
        "不", "例", "注", "ja", "no", "or"]),
    ("strict", &[
        "must not", "always", "cannot", "don't", "never", "puede", "darf", "debe", "doit", "muss", "must",
        "only", "peut", "soll"]),
    ("shouted-link", &[
        "and", "or"]),
    ("tag-word", &[
        "élément", "elemento", "elements", "etiqueta", "element", "balise", "タグ", "元素", "标签",
        "標籤", "要素", "요소", "태그", "tags", "tag"]),
    ("question-mark", &[
        "問題文", "pregunta", "question", "問い", "問題", "設問", "質問", "题目", "문제",
        "질문", "frage", "ques", "問", "问", "Ｑ", "q"]),
    ("answer-mark", &[
        "the correct answer is", "réponses correctes", "respuesta correcta", "réponse correcte", "bonnes réponses",
        "richtige antwort", "correct answers", "bonne réponse", "correct answer", "correct choice",
        "correct option", "explicación", "right answer", "参考答案", "正确答案", "explanation",
        "explication", "answer key", "erklärung", "respuestas", "the answer", "antworten",
        "respuesta", "réponses", "solución", "解答例", "réponse", "solution", "answers",
        "antwort", "lösung", "answer", "回答", "正答", "正解", "略解", "答え", "答案",
        "解答", "解説", "답변", "정답", "풀이", "해설", "ans", "答", "解", "답",
        "Ａ", "a"]),
    ("exercise-mark", &[
        "연습 문제", "演習問題", "練習問題", "ejercicio", "beispiel", "exercice", "exercise",
        "aufgabe", "ejemplo", "example", "exemple", "übung", "例題", "例题", "演習",
        "练习", "연습", "예제", "例"]),
    ("counted-exercise-mark", &[
        "problem", "task"]),
    ("solution-mark", &[
        "respuesta", "solución", "解答例", "réponse", "solution", "answers", "antwort", "lösung",
        "answer", "正答", "正解", "略解", "答え", "答案", "解答", "정답", "풀이",
        "答", "解", "답"]),
    ("question-status", &[
        "回答済み", "unanswered", "incorrect", "不正解", "未作答", "未回答", "미응답",
        "answered", "correct", "skipped", "正解", "오답", "wrong"]),
    ("right-mark", &[
        "(correct answer)", "（正确）", "（正解）", "← correct", "<- correct", "← 正解",
        "(correct)", "←正解", "(正确)", "(正解)", "(정답)", "(right)", "☑\u{fe0f}",
        "✔\u{fe0f}", "○", "◯", "☑", "✅", "✓", "✔", "⭕", "〇"]),
    ("wrong-mark", &[
        "✕", "✗", "❌", "×"]),
    ("verdict", &[
        "○", "◯", "✕", "✗", "❌", "⭕", "〇", "×"]),
    ("asking-end", &[
        "ください", "なさい", "述べよ", "せよ", "選べ", "か"]),
    ("key-mark", &[
        "correct"]),
    ("key-link", &[
        " are", " is", "は", "是", "는", "은"]),
    ("key-end", &[
        "が正しい", "が正解", "입니다", "です", "番", "번"]),
    ("part-name", &[
        "연습 문제", "ステップ", "練習問題", "exercise", "practice", "problem", "手順",
        "步骤", "演習", "练习", "단계", "연습", "step", "task"]),
    ("answer-title", &[
        "answer and explanation", "afficher la réponse", "answer & explanation", "réponses correctes",
        "respuesta correcta", "mostrar respuesta", "réponse correcte", "antwort anzeigen",
        "bonnes réponses", "richtige antwort", "voir la réponse", "正解を見る", "答えと解説",
        "答えを見る", "解答と解説", "解答を表示", "解答を見る", "解答・解説",
        "bonne réponse", "correct answer", "correct choice", "correct option", "reveal answer",
        "ver respuesta", "정답 보기", "정답 확인", "explicación", "right answer",
        "参考答案", "查看答案", "正确答案", "explanation", "explication", "show answer",
        "view answer", "answer key", "erklärung", "respuestas", "see answer", "답 보기",
        "antworten", "lösungen", "respuesta", "réponses", "solución", "解答例", "réponse",
        "solution", "answers", "antwort", "lösung", "answer", "回答", "正答", "正解",
        "略解", "答え", "答案", "解析", "解答", "解説", "답안", "정답", "풀이",
        "해설", "答", "답"]),
    ("key-title", &[
        "réponses correctes", "respuesta correcta", "réponse correcte", "bonnes réponses", "richtige antwort",
        "correct answers", "bonne réponse", "correct answer", "correct choice", "correct option",
        "right answer", "参考答案", "正确答案", "respuestas", "antworten", "respuesta",
        "réponses", "réponse", "answers", "antwort", "answer", "正答", "正解", "答え",
        "答案", "解答", "정답", "答", "답"]),
    ("options-title", &[
        "antwortmöglichkeiten", "auswahlmöglichkeiten", "answer choices", "answer options", "propositions",
        "選択肢", "선택지", "opciones", "choices", "options", "选项", "보기", "choix"]),
    ("summary-title", &[
        "サンプルコード", "ソースコード", "more information", "plus de détails", "자세히 보기",
        "折りたたみ", "続きを読む", "implementation", "más detalles", "소스 코드",
        "실행 결과", "예제 코드", "전체 코드", "코드 예시", "einzelheiten",
        "more details", "コード例", "サンプル", "実行結果", "示例代码", "詳しくは",
        "more detail", "source code", "더 보기", "beispiele", "expand me", "full code",
        "full text", "more info", "もっと", "コード", "ヒント", "実装例", "詳しく",
        "더보기", "자세히", "펼치기", "beispiel", "detalles", "détails", "ejemplos",
        "examples", "exemples", "details", "ejemplo", "example", "exemple", "hinweis", "results",
        "spoiler", "detail", "expand", "indice", "output", "result", "sample", "source", "unfold",
        "代码", "例子", "全文", "出力", "実装", "展开", "展開", "提示", "更多",
        "示例", "結果", "続き", "詳細", "详情", "開く", "결과", "구현", "내용",
        "상세", "설명", "소스", "예시", "예제", "접기", "코드", "힌트", "codes",
        "hints", "pista", "code", "hint", "logs", "mehr", "more", "open", "log", "例", "예"]),
    ("unfolding-start", &[
        "こちらをクリック", "ここをクリック", "クリック", "タップ", "press to",
        "tap to", "点击", "點擊", "클릭", "click"]),
    ("unfolding-verb", &[
        "expand the ", "open the ", "show the ", "view the ", "see the ", "expand ", "toggle ", "展开",
        "查看", "show ", "view ", "see "]),
    ("unfolding-end", &[
        "を展開する", "を表示する", "はこちら", "を展開", "を表示", "を見る",
        "を開く", "펼치기", "보기", "열기", "접기"]),
    ("more-end", &[
        "detailed explanation", "자세한 내용", "자세한 설명", "詳しい解説", "詳しい説明",
        "詳細な解説", "詳細な説明", "상세 설명", "详细说明"]),
    ("worked-example", &[
        "example calculation", "sample calculation", "exemple de calcul", "beispielrechnung", "ejemplo resuelto",
        "exemple corrigé", "beispielaufgabe", "example problem", "rechenbeispiel", "sample problem",
        "worked example", "計算例", "beispiel", "ejemplo", "example", "exemple", "例題",
        "例题", "예제"]),
    ("example-start", &[
        "サンプル", "example", "例を", "例題", "例：", "示例", "예시", "예제", "例:"]),
    ("prompt", &[
        "正しいか誤りか", "richtig oder falsch", "verdadero o falso", "wahr oder falsch", "true or false",
        "vrai ou faux", "○か×か", "true/false", "참/거짓", "判断题", "正誤", "t/f"]),
    ("choosing", &[
        "cuáles de las siguientes", "cuáles de los siguientes", "選択してください", "cuál de las siguientes",
        "cuál de los siguientes", "which of the following", "welcher der folgenden", "welches der folgenden",
        "選んでください", "welche der folgenden", "どれでしょう", "選択しなさい",
        "どれですか", "以下のうち", "選びなさい", "lesquelles des", "which of these",
        "which of those", "choose three", "laquelle des", "lesquels des", "select three", "which one of",
        "どれか。", "次のうち", "choose the ", "choose two", "lequel des", "select two",
        "다음 중", "parmi les", "which two", "(choose ", "(select ", "下列"]),
    ("choosing-end", &[
        "ものを選べ", "いずれか", "どちらか", "つ選べ", "どちら", "どれか", "どれ"]),
    ("which-word", &[
        "どちら", "which ", "どの", "どれ"]),
    ("question-word", &[
        "qu'est-ce", "いくつ", "いくら", "どちら", "どんな", "cuántas", "cuántos", "pourquoi",
        "quiénes", "combien", "comment", "cuáles", "cuándo", "cuánto", "quelles", "welcher",
        "welches", "weshalb", "wodurch", "dónde", "quelle", "quién", "welche", "woraus",
        "いつ", "だれ", "どう", "どこ", "どの", "どれ", "なぜ", "なに", "cuál",
        "cómo", "quand", "quels", "warum", "where", "which", "whose", "wieso", "worin", "quel",
        "qué", "wann", "what", "when", "how", "où", "qui", "wer", "who", "why", "wie", "何",
        "誰", "wo"]),
    ("counting-column", &[
        "ページ", "年月日", "numéro", "número", "página", "uhrzeit", "nummer", "序号", "日付",
        "日時", "日期", "時間", "番号", "编号", "順位", "順番", "날짜", "번호",
        "datum", "fecha", "heure", "rango", "seite", "date", "hora", "page", "rang", "rank",
        "time", "n°", "回", "id", "no", "#"]),
    ("row-count", &[
        "序号", "番号", "编号", "번호", "n°", "番", "no", "nr", "#"]),
    ("aspect-column", &[
        "caractéristique", "característica", "比較観点", "比較項目", "eigenschaft", "propriété",
        "comparison", "parameters", "attribute", "criterios", "critères", "kriterien", "kriterium",
        "parameter", "propiedad", "criteria", "criterio", "critère", "features", "property",
        "aspecto", "aspects", "feature", "merkmal", "aspect", "aspekt", "points", "对比",
        "属性", "比較", "比较", "特徴", "特性", "観点", "違い", "項目", "项目",
        "구분", "비교", "특징", "항목", "basis", "point"]),
    ("comparison", &[
        "comparación", "comparaison", "différence", "unterschied", "comparison", "diferencia", "difference",
        "vergleich", "compare", "versus", "区别", "对比", "比較", "比较", "違い",
        "비교", "차이", " vs"]),
    ("points-forward", &[
        "a continuación", "次のとおり", "las siguientes", "los siguientes", "die folgenden", "les suivantes",
        "the following", "these include", "다음과 같", "아래와 같", "im folgenden",
        "les suivants", "次のもの", "次のよう", "次の手順", "次の方法", "次の機能",
        "次の通り", "as follows", "ci-dessous", "comme suit", "como sigue", "ci-après",
        "these are", "wie folgt", "上記の", "以下、", "以下が", "以下で", "以下に",
        "以下の", "以下は", "以下を", "以下几", "以下幾", "下記", "如下"]),
    ("points-forward-end", &[
        " looks like this", " look like this", " including", " includes", " include", " such as", "以下",
        " are", " is"]),
    ("empty-lead", &[
        "las siguientes", "los siguientes", "die folgenden", "les suivantes", "the following", "these include",
        "les suivants", "zum beispiel", "すなわち", "par exemple", "por ejemplo", "as follows",
        "comme suit", "como sigue", "tales como", "telles que", "following", "including", "like this",
        "these are", "wie folgt", "à savoir", "つまり", "分别是", "folgende", "includes",
        "nämlich", "tels que", "they are", "a saber", "such as", "namely", "一覧", "内容",
        "包含", "包括", "내용", "다음", "목록", "here", "list", "有"]),
    ("empty-lead-start", &[
        "the following", "for instance", "たとえば", "for example", "예를 들", "these are", "例えば",
        "here are", "here is", "such as", "下記", "下面", "以下", "例如", "如下",
        "次の", "比如", "다음", "아래", "e.g"]),
    ("announcement", &[
        "다음과 같", "아래와 같", "以下に", "以下の", "以下几", "下列", "下記",
        "如下"]),
    ("counted-announcement", &[
        "다음의", "아래의", "다음 ", "아래 ", "次の"]),
    ("spelled-count", &[
        "네가지", "두가지", "몇가지", "세가지", "네 ", "두 ", "몇 ", "세 "]),
    ("two", &[
        "deux", "zwei", "two", "二", "두", "2"]),
    ("three", &[
        "three", "trois", "drei", "tres", "三", "세", "3"]),
    ("four", &[
        "cuatro", "quatre", "four", "vier", "四", "네", "4"]),
    ("five", &[
        "다섯", "cinco", "fünf", "cinq", "five", "五", "5"]),
    ("no-answer", &[
        "voir ci-dessous", "上記と同じ", "上記を参照", "前述の通り", "voir ci-dessus",
        "voir plus haut", "same as above", "véase arriba", "위와 같음", "위와 동일",
        "이하 동일", "上と同じ", "上に同じ", "上記参照", "下記参照", "siehe unten",
        "siehe oben", "ver arriba", "see above", "see below", "ver abajo", "见上文", "见下文",
        "as above", "wie oben", "前述", "同上", "同前", "後述", "见上", "见下",
        "상동", "ídem", "dito", "idem", "s. o"]),
    ("points-back", &[
        "ces derniers ", "este último ", "celle-ci ", "celui-ci ", "dadurch ", "dieser ", "dieses ",
        "이를 ", "dabei ", "diese ", "estas ", "estos ", "these ", "those ", "これ", "それ",
        "이것", "ceci ", "cela ", "dies ", "esto ", "that ", "they ", "this ", "it "]),
    ("defines", &[
        "bezeichnet ", "describes ", "désigne ", "denotes ", "refers ", "이란 ", "means ", "とは",
        "sind ", "sont ", "were ", "are ", "est ", "ist ", "son ", "was ", "는 ", "란 ",
        "은 ", "es ", "is ", "は", "指", "是"]),
    ("compares", &[
        "いえ", "反対", "対照", "異な", "言え", "限ら", "別", "思", "逆", "違"]),
    ("shell", &[
        "shell-session", "powershell", "terminal", "console", "shell", "bash", "cmd", "zsh", "sh"]),
    ("points-above", &[
        "diese beiden ", "このため", "この場合", "そのため", "その場合", "the former ",
        "the latter ", "estos dos ", "이러한 ", "ces deux ", "이 두 ", "이 세 ", "이는 ",
        "이를 ", "these ", "those ", "これ", "それ", "上述", "이것", "ceci ", "cela ",
        "dies ", "esto ", "this ", "이 2", "이 3", "这"]),
    ("announcing-end", &[
        "についてまとめました", "についてまとめます", "について紹介します",
        "について解説します", "について説明します", "についてまとめる",
        "について学びます", "について紹介する", "について解説する",
        "について説明する", "以下で補足します", "以下で説明します",
        "以下に記載します", "見ていきましょう", "を見ていきます", "以下で補足する",
        "以下で説明する", "以下に示します", "以下に記載する", "살펴보겠습니다",
        "알아보겠습니다", "will be added later", "under construction", "について学ぶ",
        "を紹介します", "を解説します", "以下で述べる", "を見ていく",
        "以下に示す", "後述します", "見ていこう", "살펴보겠다", "살펴봅시다",
        "소개합니다", "알아보겠다", "알아봅시다", "will be added", "작성 예정",
        "정리 예정", "추후 작성", "後述する", "追記予定", "살펴보자", "살펴본다",
        "소개한다", "알아보자", "알아본다", "coming soon", "作成中", "執筆中",
        "準備中"]),
    ("announcing-start", &[
        "a continuación veremos", "this chapter introduces", "this section introduces", "this chapter describes",
        "this section describes", "translate this article", "this chapter explains", "this section explains",
        "in diesem abschnitt", "this chapter covers", "this section covers", "dans cette section",
        "en este capítulo", "in diesem kapitel", "dans ce chapitre", "en esta sección", "nous allons voir",
        "please refer to ", "in this chapter", "in this section", "translated from", "we will discuss",
        "translation of", "we will cover", "we will learn", "we'll discuss", "adapted from",
        "we will look", "下面介绍", "引用元：", "本章介绍", "本节介绍", "please see ",
        "we will see", "we'll cover", "we'll learn", "we'll look", "引用元:", "refer to ",
        "we'll see", "出典：", "原文：", "请参考", "请参阅", "https://", "원문 :",
        "출처 :", "http://", "véase ", "出典:", "原文:", "원문:", "출처:", "siehe ",
        "参见", "详见", "voir ", "see "]),
    ("elsewhere", &[
        "정리해놓은 글", "ドキュメント", "정리한 글", "reference", "こちら", "サイト",
        "ブログ", "ページ", "リンク", "게시글", "블로그", "포스트", "포스팅",
        "記事", "링크", "문서"]),
    ("sending-end", &[
        "참고하시기 바랍니다", "参考にしてください", "にまとめています", "をご参照ください",
        "参照してください", "にまとめている", "にまとめました", "をご覧ください",
        "を見てください", "참고 바랍니다", "참고해 주세요", "참조해 주세요",
        "に書きました", "を参照のこと", "참고해주세요", "참조해주세요",
        "첨부했습니다", "にまとめた", "を参照する", "공유합니다", "대체합니다",
        "참고하세요", "참조하세요", "첨부합니다", "추가합니다", "확인하세요",
        "に書いた", "を参考に", "공유한다", "남깁니다", "대체한다", "참고하자",
        "참고한다", "참조하자", "첨부한다", "첨부했다", "추가한다", "확인하자",
        "を参照", "を参考", "を確認", "남긴다", "참고", "참조"]),
    ("advice-start", &[
        "be comfortable", "remember how", "be familiar", "be prepared", "wiederholen", "comprender",
        "comprendre", "connaître", "understand", "apprendre", "verstehen", "aprender", "be aware",
        "entender", "memorize", "recordar", "réviser", "be able", "conocer", "repasar", "retenir",
        "kennen", "lernen", "review", "savoir", "wissen", "learn", "saber", "study", "know"]),
    ("advice-noun", &[
        "review of ", "study of "]),
    ("advice-end", &[
        "押さえておきたい", "押さえておくこと", "理解しておくこと", "覚えておきたい",
        "覚えておくこと", "おさえておく", "押さえておく", "理解しておく",
        "確認しておく", "覚えておく", "기억해두자", "공부하기", "구현하기",
        "기억하자", "복습하기", "숙지하기", "알아두기", "알아두자", "암기하기",
        "외워두자", "이해하기", "풀어보기", "학습하기", "외우기", "익히기"]),
    ("study-verb", &[
        "復習する", "暗記する", "理解する", "覚える", "調べる"]),
    ("advice-aspect", &[
        "ユースケース", "デメリット", "ポイント", "メリット", "使い分け", "しくみ",
        "やり方", "仕組み", "使い方", "手順", "概要", "流れ", "特徴", "用途",
        "種類", "要点", "詳細", "違い"]),
    ("aim-verb", &[
        "differentiate", "beschreiben", "erläutern", "understand", "describir", "erklären", "expliquer",
        "recognise", "recognize", "describe", "décrire", "explicar", "discuss", "explain"]),
    ("task-verb", &[
        "unterscheiden", "demonstrate", "distinguish", "identificar", "vergleichen", "definieren", "distinguer",
        "distinguir", "identifier", "summarise", "summarize", "comparar", "comparer", "définir",
        "enumerar", "identify", "compare", "definir", "outline", "define", "nennen", "citer",
        "list"]),
    ("scope-verb", &[
        "troubleshoot", "configure", "determine", "implement", "interpret", "provision", "recommend",
        "remediate", "automate", "evaluate", "identify", "maintain", "optimise", "optimize",
        "schedule", "validate", "analyse", "analyze", "collect", "enforce", "execute", "monitor",
        "perform", "restore", "assess", "create", "design", "enable", "manage", "review", "secure",
        "select", "apply", "plan", "use"]),
    ("walk-verb", &[
        "drücken", "navigate", "appuyez", "cliquer", "cliquez", "klicken", "klicke", "scroll", "allez",
        "click", "paste", "press", "pulsa", "pulse", "tap", "go"]),
    ("step-link", &[
        "a continuación", "anschließend ", "schließlich ", "そのあと", "それから", "つぎに、",
        "最後に、", "다음으로", "por último", "after that", "after this", "finalmente",
        "maintenant", "zunächst ", "그 다음", "finally, ", "その後", "接下来", "最后，",
        "次に、", "続いて", "그다음", "después", "lastly, ", "zuletzt ", "ahora, ",
        "d'abord", "danach ", "ensuite", "first, ", "primero", "zuerst ", "last, ", "next, ",
        "まず", "接着", "然后", "首先", "먼저", "이제", "dann ", "enfin", "luego",
        "now, ", "puis ", "then ", "nun "]),
    ("step-word", &[
        "ステップ", "schritt", "étape", "단계", "paso", "step"]),
    ("walk-end", &[
        "をクリックしてください", "のボタンを押します", "をクリックします",
        "をクリックする", "をタップします", "に移動します", "をタップする",
        "を入力します", "を選択します", "をクリック", "を開きます", "눌러줍니다",
        "선택합니다", "입력합니다", "클릭합니다", "누릅니다", "클릭한다",
        "클릭"]),
    ("division", &[
        "capítulo", "vorlesung", "도메인", "chapitre", "lección", "chapter", "dominio", "kapitel",
        "lecture", "semaine", "domain", "lesson", "leçon", "semana", "分野", "单元", "単元",
        "领域", "단원", "챕터", "woche", "week", "章"]),
    ("exam-property", &[
        "duración del examen", "número de preguntas", "nombre de questions", "number of questions",
        "puntuación mínima", "durée de l'examen", "anzahl der fragen", "bestehensgrenze",
        "note de passage", "合格スコア", "合格ライン", "prüfungsdauer", "exam duration",
        "passing score", "시험 비용", "시험 시간", "합격 점수", "出題形式",
        "及格分数", "受験料金", "合格基準", "考试时间", "考试费用", "解答形式",
        "試験会場", "試験形式", "試験時間", "题目数量", "exam format", "time limit",
        "문항 수", "exam code", "exam cost", "出題数", "受験料", "受験日", "合格点",
        "問題数", "試験日", "응시료", "exam fee"]),
    ("aim-end", &[
        "を説明することができる", "를 설명할 수 있다", "을 설명할 수 있다",
        "を理解している", "を説明できる", "を述べられる"]),
    ("open-particle", &[
        "が", "で", "と", "に", "の", "は", "へ", "も", "や", "を"]),
    ("closed-end", &[
        "いつでも", "すべての", "すみやか", "やりもの", "ところ", "ままで", "あて",
        "あと", "おと", "かに", "かも", "から", "くに", "こと", "ごと", "そと",
        "たに", "ため", "とき", "とは", "など", "なに", "ひと", "ふた", "ほか",
        "ほど", "まで", "もと", "もの"]),
    ("sentence-end", &[
        "することができる", "してはいけない", "する必要がある", "ことができる",
        "ことができ", "されている", "必要がある", "ください", "しておく",
        "できない", "でしょう", "れている", "される", "しない", "だった",
        "ている", "である", "でした", "なさい", "ました", "ません", "下さい",
        "습니다", "입니다", "です", "ます", "니다", "된다", "이다", "한다"]),
    ("prose-end", &[
        "ください", "だった", "である", "でした", "ました", "ません", "です", "ます",
        "、", "。", "！", "．", "：", "；", "!", ",", ".", ":", ";"]),
    ("verb-end", &[
        "ない", "때문", "려짐", "시킴", "않음", "어짐", "없음", "위함", "있음", "해짐",
        "う", "く", "ぐ", "す", "た", "つ", "ぬ", "ぶ", "む", "る", "됨", "함"]),
    ("remark-end", &[
        "なければならない", "해야 한다", " 불필요", "해야 함", "が不要", "が必要",
        "は不要", "필요함", "해야함", " 필요"]),
    ("remark-start", &[
        "不可以", "只能", "可以", "必须", "无需"]),
    ("sentence-start", &[
        "außerdem", "lorsqu'on", "nosotros", "también", "además", "because", "dadurch", "however",
        "lorsque", "before", "cuando", "please", "porque", "after", "c'est", "dabei", "damit",
        "ellas", "elles", "ellos", "every", "falls", "quand", "since", "there", "these", "those",
        "while", "aber", "also", "both", "ceci", "cela", "dies", "donc", "each", "elle", "esto",
        "mais", "make", "many", "most", "note", "nous", "once", "pero", "some", "that", "then",
        "they", "this", "vous", "weil", "wenn", "when", "with", "all", "and", "any", "but",
        "for", "ihr", "ils", "sie", "use", "wir", "you", "as", "er", "if", "il", "in", "it",
        "on", "si", "so", "to", "we", "i"]),
    ("clause-start", &[
        "the following", "because", "dadurch", "lorsque", "before", "cuando", "porque", "should", "after",
        "c'est", "dabei", "damit", "ellas", "elles", "ellos", "falls", "quand", "since", "there",
        "these", "those", "while", "aber", "cela", "dies", "donc", "elle", "esto", "mais",
        "must", "once", "pero", "that", "then", "they", "this", "weil", "wenn", "when", "with",
        "and", "but", "can", "for", "ils", "sie", "use", "you", "er", "if", "il", "in", "it",
        "on", "or", "si", "so", "to", "we", "i"]),
    ("finite-verb", &[
        "unterstützt", "contiennent", "ermöglicht", "determines", "nécessite", "permettent", "possèdent",
        "transforme", "benötigt", "contienen", "enthalten", "generates", "speichert", "utilisent",
        "verwendet", "bestehen", "connects", "consiste", "consists", "contains", "contiene",
        "contient", "enthält", "includes", "permiten", "possède", "prevents", "provides",
        "receives", "requiere", "requires", "supports", "traverse", "utilizan", "étaient",
        "applies", "becomes", "belongs", "besteht", "circule", "contain", "creates", "decides",
        "depende", "depends", "devient", "doesn't", "doivent", "dépend", "dürfen", "enables",
        "ensures", "fournit", "gehört", "handles", "happens", "können", "manages", "müssen",
        "permite", "peuvent", "produce", "provide", "remains", "require", "support", "there's",
        "they're", "utilise", "utiliza", "allows", "aren't", "begins", "cannot", "enable",
        "están", "exists", "fueron", "permet", "pueden", "should", "sollen", "starts", "that's",
        "tienen", "werden", "wurden", "you're", "était", "allow", "can't", "comes", "deben",
        "don't", "está", "gives", "haben", "helps", "isn't", "keeps", "makes", "means", "might",
        "n'est", "needs", "puede", "sends", "stays", "talks", "tiene", "we're", "won't", "works",
        "wurde", "darf", "debe", "does", "doit", "gets", "give", "goes", "have", "help", "it's",
        "kann", "lets", "make", "muss", "must", "need", "peut", "runs", "sind", "soll", "sont",
        "uses", "want", "were", "will", "wird", "are", "can", "fue", "get", "had", "has", "ist",
        "let", "may", "n'a", "use", "was", "do", "is"]),
    ("lower-verb", &[
        "est", "es"]),
    ("predicate-start", &[
        "which", "also", "from", "it's", "only", "than", "that", "when", "with", "and", "but", "for",
        "not", "per", "who", "as", "at", "by", "if", "in", "of", "on", "or", "to"]),
    ("predicate", &[
        "unterstützt", "contiennent", "ermöglicht", "proporciona", "integrates", "nécessite", "permettent",
        "allocates", "automates", "benötigt", "contienen", "generates", "increases", "speichert",
        "verwendet", "almacena", "bestehen", "captures", "consists", "contains", "contiene",
        "contient", "enthält", "improves", "includes", "performs", "permiten", "possède",
        "prevents", "protects", "protège", "provides", "receives", "requiere", "requires",
        "schützt", "supports", "applies", "becomes", "besteht", "creates", "depends", "detects",
        "doesn't", "enables", "ensures", "fournit", "liefert", "manages", "permite", "protege",
        "reduces", "removes", "utilise", "utiliza", "allows", "aren't", "cannot", "offers",
        "permet", "should", "starts", "stocke", "can't", "comes", "could", "dient", "gives",
        "helps", "isn't", "makes", "puede", "sends", "sirve", "tiene", "debe", "does", "doit",
        "gets", "kann", "lets", "must", "peut", "sert", "uses", "wird", "are", "can", "has",
        "is"]),
    ("conjunction", &[
        "although", "sondern", "unless", "aber", "denn", "donc", "mais", "oder", "pero", "sino", "and",
        "but", "or", "ou"]),
    ("name-link", &[
        "have", "know", "and", "for", "see", "vs.", "do", "of", "or", "vs"]),
    ("step-verb", &[
        "configure", "terminate", "download", "navigate", "connect", "disable", "install", "recover",
        "replace", "restart", "restore", "specify", "assign", "attach", "choose", "create",
        "delete", "deploy", "enable", "ensure", "launch", "remove", "select", "update", "upload",
        "verify", "allow", "apply", "avoid", "check", "click", "copy", "add", "use"]),
    ("determiner", &[
        "between", "whether", "chaque", "dieser", "dieses", "cette", "diese", "einen", "estas", "estos",
        "every", "jeder", "jedes", "their", "these", "those", "cada", "each", "eine", "esta",
        "este", "jede", "that", "this", "what", "when", "your", "all", "any", "ces", "das",
        "dem", "den", "der", "des", "ein", "how", "its", "las", "les", "los", "the", "una",
        "une", "why", "an", "ce", "du", "el", "l'", "la", "le", "un", "a"]),
    ("duty-verb", &[
        "remember", "ensure", "avoid", "don't"]),
    ("quantifier", &[
        "everything", "nothing", "no"]),
    ("participle-link", &[
        "from", "into", "when", "with", "for", "as", "at", "by", "if", "in", "on", "to"]),
    ("clause-word", &[
        "although", "because", "doesn't", "aren't", "cannot", "should", "unless", "can't", "don't", "isn't",
        "won't", "does", "have", "must", "can", "has"]),
    ("not-a-verb", &[
        "afterwards", "sometimes", "besides", "minutes", "perhaps", "seconds", "towards", "upwards",
        "always", "months", "hours", "times", "weeks", "years"]),
    ("article", &[
        "their", "your", "its", "the", "an", "a"]),
    ("relative", &[
        "where", "which", "whose", "that", "they", "what", "when", "whom", "how", "who", "why", "you",
        "it", "we", "i"]),
    ("cut-off", &[
        "contains", "includes", "involves", "provides", "contain", "include", "allows", "either", "are"]),
    ("late-cut-off", &[
        "using", "and", "the", "via", "or"]),
    ("copula", &[
        "étaient", "doivent", "können", "müssen", "peuvent", "cannot", "están", "fueron", "pueden",
        "should", "tienen", "werden", "wurden", "était", "deben", "está", "means", "puede",
        "tiene", "wurde", "debe", "doit", "have", "kann", "muss", "must", "peut", "sind", "sont",
        "were", "will", "wird", "are", "can", "fue", "has", "ist", "was", "is"]),
    ("open-end", &[
        "should", "durch", "einen", "está", "their", "these", "which", "avec", "dans", "dass", "eine",
        "from", "für", "into", "must", "oder", "para", "pour", "sind", "sont", "than", "that",
        "this", "were", "will", "with", "your", "and", "are", "can", "con", "das", "del", "dem",
        "den", "der", "des", "ein", "est", "for", "ist", "its", "las", "les", "los", "may",
        "mit", "not", "par", "por", "que", "qui", "son", "sur", "the", "una", "und", "une",
        "von", "was", "an", "as", "at", "be", "by", "du", "el", "es", "et", "in", "is", "la",
        "le", "of", "on", "or", "ou", "to", "un", "zu", "à", "a", "y"]),
    ("after-subject", &[
        "とは", "가 ", "는 ", "은 ", "이 ", "が", "は", "指", "是"]),
    ("empty-word", &[
        "manière", "provides", "también", "ability", "enables", "process", "allows", "chaque", "cuando",
        "dieser", "están", "manera", "permet", "things", "werden", "場合", "方法", "機能",
        "用于", "위한", "있는", "있다", "하는", "하다", "about", "aussi", "being",
        "c'est", "cette", "chose", "comme", "diese", "durch", "einem", "einen", "einer", "eines",
        "entre", "estas", "estos", "está", "etwas", "forma", "haben", "qu'il", "sobre", "these",
        "thing", "those", "très", "using", "weise", "where", "which", "être", "also", "auch",
        "avec", "been", "beim", "cada", "como", "cosa", "dans", "eine", "elle", "esta", "este",
        "from", "für", "into", "kann", "kind", "lets", "más", "nach", "oder", "para", "plus",
        "pour", "sehr", "sein", "sich", "sind", "sont", "that", "this", "tipo", "type", "used",
        "when", "wird", "with", "act", "als", "and", "art", "auf", "aus", "aux", "bei", "ces",
        "con", "das", "del", "dem", "den", "der", "des", "die", "ein", "est", "for", "ist",
        "las", "les", "los", "mit", "muy", "par", "por", "que", "qui", "ser", "ses", "sie",
        "son", "sur", "sus", "una", "und", "une", "vom", "von", "way", "who", "wie", "zum",
        "zur", "与", "和", "在", "是", "時", "用", "的", "際", "것", "수", "al",
        "am", "as", "at", "au", "be", "by", "ce", "d'", "de", "du", "el", "en", "er", "es",
        "et", "il", "im", "in", "is", "it", "l'", "la", "le", "lo", "of", "on", "or", "ou",
        "sa", "se", "su", "to", "un", "zu", "à", "o", "y"]),
    ("kana-link", &[
        "における", "について", "によって", "あった", "および", "させた", "させて",
        "させる", "された", "されて", "される", "すれば", "であり", "である",
        "できた", "できる", "という", "ところ", "として", "なった", "なって",
        "による", "または", "られる", "ある", "いた", "いて", "いる", "から",
        "こと", "した", "して", "する", "せる", "ため", "です", "など", "なる",
        "ます", "また", "まで", "もの", "よう", "より", "れる", "か", "が",
        "し", "で", "と", "に", "の", "は", "へ", "も", "や", "を"]),
    ("negation", &[
        "ません", "neither", "niemals", "ninguna", "ningún", "nothing", "tampoco", "without", "cannot",
        "except", "jamais", "jamás", "keinen", "keiner", "keines", "nichts", "ない", "なし",
        "aucun", "keine", "n'est", "nadie", "never", "nicht", "nunca", "weder", "kein", "nada",
        "none", "ohne", "only", "rien", "sans", "nie", "non", "nor", "not", "nul", "pas", "sin",
        "不", "未", "没", "無", "非", "못", "안", "않", "없", "ne", "ni", "no"]),
    ("limit", &[
        "como máximo", "como mínimo", "höchstens", "mindestens", "less than", "more than", "al menos",
        "at least", "au moins", "jusqu'à", "at most", "au plus", "environ", "maximal", "around",
        "bis zu", "max of", "min of", "最低", "最多", "最大", "最小", "最少", "最短",
        "最長", "最高", "至多", "至少", "최대", "최소", "about", "hasta", "up to",
        "etwa", "only", "max", "min", "約", "약"]),
    ("counted-by", &[
        " como máximo", " como mínimo", " au maximum", " au minimum", " mindestens", " at least", " or more ",
        " at most", " maximal", " maximum", " minimum", " every ", " or 1 ", " each", " par ",
        " per ", " por ", " pro ", " je "]),
    ("unit-sign", &[
        "か", "ヶ", "万", "上", "下", "人", "以", "件", "個", "倍", "億", "兆", "円", "分",
        "前", "割", "半", "台", "回", "年", "度", "後", "日", "時", "月", "未",
        "歳", "満", "秒", "第", "約", "超", "週", "間"]),
    ("unit-word", &[
        "minutes", "seconds", "minute", "months", "second", "hours", "month", "weeks", "years", "days",
        "gbps", "hour", "kbps", "kcal", "mbps", "mins", "secs", "week", "year", "bps", "cal",
        "day", "eur", "ghz", "gib", "hpa", "hrs", "khz", "kib", "mhz", "mib", "min", "sec",
        "tib", "usd", "yen", "°c", "°f", "µm", "am", "cm", "gb", "hr", "hz", "kb", "kg",
        "km", "kw", "mb", "mg", "ml", "mm", "ms", "nd", "nm", "pa", "pb", "pm", "pt", "px",
        "rd", "st", "tb", "th", "g", "h", "k", "l", "m", "s", "v", "w", "x"]),
    ("decimal-unit", &[
        "メートル", "リットル", "インチ", "グラム", "センチ", "ヘルツ", "ボルト",
        "ワット", "キロ", "ミリ", "光年", "時間", "気圧", "℃", "万", "倍",
        "億", "割", "度", "秒", "％", "°", "%"]),
    ("decimal-unit-word", &[
        "gbps", "kbps", "kcal", "mbps", "ghz", "hpa", "khz", "mhz", "cm", "gb", "kb", "kg", "km", "kw",
        "mb", "mg", "ml", "mm", "tb"]),
    ("calendar-word", &[
        "donnerstag", "miércoles", "septiembre", "diciembre", "décembre", "noviembre", "september",
        "septembre", "wednesday", "土曜日", "日曜日", "星期一", "星期三", "星期二",
        "星期五", "星期六", "星期四", "星期日", "月曜日", "木曜日", "水曜日",
        "火曜日", "金曜日", "금요일", "목요일", "수요일", "월요일", "일요일",
        "토요일", "화요일", "december", "dezember", "dienstag", "dimanche", "february",
        "février", "mercredi", "mittwoch", "november", "novembre", "saturday", "thursday",
        "vendredi", "domingo", "febrero", "februar", "freitag", "january", "janvier", "juillet",
        "october", "octobre", "octubre", "oktober", "samstag", "sonntag", "sábado", "tuesday",
        "viernes", "agosto", "august", "friday", "januar", "jueves", "martes", "monday", "montag",
        "samedi", "sunday", "周一", "周三", "周二", "周五", "周六", "周四", "周日",
        "土曜", "日曜", "月曜", "木曜", "水曜", "火曜", "金曜", "abril", "août",
        "april", "avril", "enero", "jeudi", "julio", "junio", "lundi", "lunes", "march", "mardi",
        "marzo", "märz", "thurs", "juin", "juli", "july", "june", "juni", "mayo", "mié",
        "sept", "sáb", "thur", "tues", "apr", "aug", "dec", "dim", "dom", "feb", "fri", "jan",
        "jeu", "jue", "jul", "jun", "lun", "mai", "mar", "may", "mer", "mon", "nov", "oct",
        "sam", "sat", "sep", "sun", "thu", "tue", "ven", "vie", "wed", "di", "do", "fr", "mi",
        "mo", "sa", "so"]),
    ("arrow", &[
        "→", "⇒", "->", "=>"]),
    ("colon", &[
        "：", ":"]),
];

/// The words of the classes of signs, as characters.
#[rustfmt::skip]
pub(super) const SIGNS: [(&str, &[char]); 4] = [
    ("verdict", &[
        '○', '◯', '✕', '✗', '❌', '⭕', '〇', '×']),
    ("open-particle", &[
        'が', 'で', 'と', 'に', 'の', 'は', 'へ', 'も', 'や', 'を']),
    ("unit-sign", &[
        'か', 'ヶ', '万', '上', '下', '人', '以', '件', '個', '倍', '億', '兆', '円', '分',
        '前', '割', '半', '台', '回', '年', '度', '後', '日', '時', '月', '未',
        '歳', '満', '秒', '第', '約', '超', '週', '間']),
    ("colon", &[
        '：', ':']),
];
