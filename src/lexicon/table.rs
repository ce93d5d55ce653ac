//! The words of each class. Made of the TOML files beside it: do not change it by hand.

/// The words of each class, longer ones first.
#[rustfmt::skip]
pub(super) const WORDS: [(&str, &[&str]); 123] = [
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
        "사용 예시", "활용 예시", "introduction", "key features", "ポイント", "使用示例",
        "description", "definition", "key points", "what is it", "examples", "features", "overview",
        "details", "example", "feature", "general", "remarks", "basics", "points", "とは",
        "メモ", "介绍", "作用", "例子", "内容", "功能", "基本", "定义", "定義",
        "役割", "概念", "概要", "概述", "機能", "特征", "特徴", "特点", "用途",
        "示例", "简介", "補足", "要点", "詳細", "説明", "说明", "개념", "개요",
        "기능", "설명", "예시", "예제", "용도", "정의", "특징", "about", "notes",
        "note"]),
    ("aspect", &[
        "メリットとデメリット", "メリット・デメリット", "主なユースケース",
        "ユースケース", "common use cases", "장점과 단점", "characteristics", "アプローチ",
        "デメリット", "characteristic", "disadvantages", "main features", "pros and cons",
        "사용 사례", "접근 방법", "주의 사항", "disadvantage", "key benefits",
        "メリット", "主な機能", "使用场景", "应用场景", "注意事项", "접근방법",
        "주의사항", "limitations", "pros & cons", "advantages", "limitation", "advantage",
        "drawbacks", "use cases", "まとめ", "优缺点", "使い方", "問題点", "解き方",
        "문제점", "장단점", "주의점", "한계점", "approach", "benefits", "drawback",
        "key uses", "use case", "usecases", "benefit", "pricing", "purpose", "summary", "usecase",
        "issues", "优点", "利点", "制約", "制限", "场景", "总结", "料金", "欠点",
        "特性", "用法", "目的", "短所", "缺点", "課題", "長所", "问题", "限制",
        "단점", "목적", "비용", "역할", "장점", "특성", "한계", "활용", "issue",
        "usage", "cons", "pros", "uses", "use"]),
    ("overview", &[
        "introduction", "はじめに", "description", "definition", "what is it", "overview", "details",
        "general", "とは", "介绍", "内容", "基本", "定義", "概念", "概要", "概述",
        "简介", "詳細", "説明", "说明", "개념", "개요", "설명", "정의", "about",
        "intro"]),
    ("example", &[
        "usage example", "소스 코드", "コード例", "サンプル", "source code", "コード",
        "使用例", "具体例", "利用例", "注意点", "活用例", "sample", "備考",
        "注意", "코드", "code", "例"]),
    ("nameless-heading", &[
        "試験に出るポイント", "押さえるポイント", "things to keep in mind", "知っておくこと",
        "覚えておくこと", "試験のポイント", "key considerations", "things to remember",
        "試験ポイント", "重要ポイント", "words to look for", "important points",
        "시험 포인트", "중요 포인트", "핵심 포인트", "important facts", "important notes",
        "tips and tricks", "覚えること", "considerations", "exam power ups", "things to know",
        "exam power up", "exam powerups", "알아둘 점", "주의할 점", "참고 사항",
        "핵심 정리", "exam powerup", "for the exam", "good to know", "keep in mind", "more details",
        "need to know", "nice to know", "注意事项", "試験対策", "重要事項", "알아두기",
        "주의사항", "deeper dive", "exam points", "on the exam", "an example", "exam notes",
        "highlights", "deep dive", "exam tips", "important", "key facts", "must know", "关键点",
        "小贴士", "豆知識", "포인트", "exam tip", "remember", "注意", "考点",
        "要点", "重点", "重要", "핵심", "facts", "tips"]),
    ("nameless-chapter", &[
        "アーキテクチャ", "architecture", "아키텍처", "架构"]),
    ("about-the-note", &[
        "learning objectives", "学習のゴール", "how to contribute", "learning outcomes", "about the author",
        "acknowledgements", "related articles", "acknowledgments", "exam objectives", "final thoughts",
        "learning goals", "key takeaways", "miscellaneous", "related notes", "related pages",
        "related posts", "기여 방법", "질문 건의", "학습 목표", "contributing",
        "contributors", "あとがき", "おわりに", "さいごに", "到達目標", "学习目标",
        "学習目標", "終わりに", "기여하기", "conclusions", "conclusion", "next steps",
        "takeaways", "その他", "まとめ", "最後に", "마무리", "마치며", "thoughts",
        "closing", "summary", "wrap up", "wrap-up", "others", "余談", "其他", "其它",
        "后记", "小结", "总结", "感想", "所感", "総括", "雑記", "기타", "요약",
        "정리", "other", "misc", "bio"]),
    ("about-the-note-at-top", &[
        "イントロダクション", "この記事について", "本記事について", "prerequisites",
        "introduction", "きっかけ", "はじめに", "動作環境", "対象読者", "想定読者",
        "注意事項", "들어가며", "about this", "background", "disclaimer", "motivation",
        "お断り", "ゴール", "preface", "agenda", "免責", "前提", "前言", "動機",
        "対象", "引言", "環境", "目標", "目的", "経緯", "背景", "목적", "배경",
        "about", "goals", "intro", "goal"]),
    ("reference", &[
        "参考にさせていただいた記事", "personal recommendations", "参考にしたサイト",
        "personal recommendation", "参考にした記事", "additional resources", "recommended reading",
        "あとで調べる", "おすすめの本", "おすすめ書籍", "参考リンク集",
        "before next class", "recommended books", "table of contents", "further reading", "参考サイト",
        "参考リンク", "後で調べる", "関連リンク", "external links", "해야 할 것",
        "announcements", "for next time", "related links", "참고 도서", "참고 문헌",
        "참고 자료", "추천 도서", "추천 자료", "bibliography", "next lecture",
        "office hours", "reading list", "useful links", "やること", "リンク集", "参考図書",
        "参考文献", "参考書籍", "参考記事", "参考資料", "参考资料", "参考链接",
        "変更履歴", "待办事项", "推荐阅读", "更新履歴", "次回まで", "関連記事",
        "참고자료", "learn more", "next class", "references", "남은 것", "backlinks",
        "changelog", "next time", "read more", "参考url", "参考書", "引用元", "homework",
        "see also", "할 일", "出典", "出處", "参考", "宿題", "待办", "次回",
        "目录", "目次", "謝辞", "링크", "목차", "참고", "출처", "to do", "to-do",
        "refs", "todo", "ref", "toc"]),
    ("reference-over-links", &[
        "reference", "resources", "リンク", "contents", "resource", "credits", "license", "related",
        "sources", "source", "引用", "index", "links", "docs", "link"]),
    ("reference-start", &[
        "参考リンク", "参考にし", "参考文献", "参考資料", "references ", "参考：",
        "related ", "参考 ", "参考:"]),
    ("nameless-title", &[
        "無題のファイル", "changelog", "template", "untitled", "license", "readme", "無題",
        "index", "todo"]),
    ("set-end", &[
        "ライフサイクル", "ユースケース", "デメリット", "disadvantages", "ステップ",
        "メリット", "優先順位", "構成要素", "differences", "limitations", "advantages",
        "categories", "challenges", "components", "life cycle", "principles", "drawbacks",
        "lifecycle", "use cases", "フロー", "問題点", "문제점", "benefits", "elements",
        "policies", "classes", "options", "pillars", "process", "reasons", "causes", "layers",
        "levels", "phases", "stages", "一覧", "优点", "分类", "分類", "利点", "原則",
        "原因", "対策", "手順", "方法", "条件", "構成", "欠点", "步骤", "段階",
        "流れ", "特徴", "特性", "短所", "种类", "種類", "类型", "组成", "缺点",
        "要素", "課題", "違い", "長所", "項目", "順序", "順番", "과정", "구성",
        "단점", "방법", "상태", "순서", "요소", "이유", "장점", "절차", "조건",
        "종류", "특성", "특징", "kinds", "modes", "order", "parts", "steps", "types",
        "cons", "flow", "pros"]),
    ("set-start", &[
        "differences between", "disadvantages of", "limitations of", "advantages of", "components of",
        "principles of", "benefits of", "elements of", "reasons for", "process of", "causes of",
        "layers of", "levels of", "phases of", "stages in", "stages of", "kinds of", "parts of",
        "steps in", "steps of", "steps to", "types of"]),
    ("counter", &[
        "categories", "components", "principles", "本の柱", "pillars", "reasons", "layers", "levels",
        "phases", "stages", "つの", "個の", "原則", "大类", "本柱", "段階", "種類",
        "要素", "項目", "가지", "kinds", "parts", "rules", "steps", "types", "ways",
        "つ", "个", "個", "大", "層", "种", "rs"]),
    ("number", &[
        "eight", "seven", "three", "five", "four", "nine", "six", "ten", "two"]),
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
        "以上です", "おわり", "終わり", "the end", "以上", "end", "eof", "fin", "完", "끝"]),
    ("of-the-notes", &[
        "このリポジトリ", "まとめたもの", "this document is", "정리한 문서", "this repository",
        "translated from", "このノート", "このページ", "まとめです", "テスト範囲",
        "personal notes", "translation of", "notes for the", "시험 범위", "이 저장소",
        "정리한 글", "course notes", "this article", "this file is", "この記事", "の動画で",
        "勉強メモ", "学习笔记", "学習メモ", "学習記録", "本ノート", "本ページ",
        "試験範囲", "赤シート", "这篇文章", "시험범위", "study notes", "these notes",
        "notes from", "this repo ", "教科書p", "이 레포", "이 문서", "this post",
        "を翻訳", "備忘録", "本仓库", "本文将", "本記事", "번역을", "번역한",
        "exam on ", "my notes", "syllabus", "textbook", "midterm", "이 글", "教材", "视频",
        "접수"]),
    ("label", &[
        "参考サイト", "参考リンク", "語呂合わせ", "key takeaway", "たとえば", "ちなみに",
        "ひっかけ", "参考文献", "参考記事", "参考資料", "参考资料", "引っかけ",
        "注意事项", "落とし穴", "補足説明", "for example", "references", "screenshot",
        "exam tips", "exam trap", "important", "more info", "read more", "reference", "作成日",
        "例えば", "具体例", "参考url", "引用元", "更新日", "注意点", "覚え方",
        "豆知識", "exam tip", "examples", "mnemonic", "remember", "see also", "see more",
        "takeaway", "analogy", "caution", "example", "pitfall", "pro tip", "related", "remarks",
        "warning", "answer", "author", "gotcha", "remark", "メモ", "余談", "例如", "例子",
        "備考", "出典", "参考", "备注", "完了", "引用", "提示", "日付", "比如",
        "注意", "画像", "示例", "答え", "結論", "補足", "解説", "追記", "関連",
        "비고", "예시", "주의", "참고", "aside", "hints", "image", "notes", "date",
        "hint", "info", "note", "tips", "todo", "trap", "e.g", "fyi", "i.e", "n.b", "p.s",
        "see", "tip", "例", "図", "注", "答", "예", "cf", "ex", "nb", "ps"]),
    ("link-label", &[
        "公式ドキュメント", "documentation", "リンク", "sources", "source", "公式", "links",
        "docs", "link", "refs", "doc", "ref", "url"]),
    ("label-start", &[
        "たとえば、", "例えば、", "例えば ", "e.g., ", "e.g. ", "cf. ", "※", "←", "↑",
        "→", "↓", "⇒", "＊", "->", "=>"]),
    ("marker", &[
        "必ず覚える", "試験に出る", "試験頻出", "important", "最重要", "要暗記",
        "超重要", "超頻出", "frequent", "必考", "必須", "暗記", "重点", "重要",
        "頻出", "중요", "exam", "must"]),
    ("unfinished", &[
        "未確認", "未調査", "要確認", "要調査", "未完", "todo", "tbd", "wip", "未"]),
    ("unfinished-tag", &[
        "할일", "todo", "未"]),
    ("empty-bold", &[
        "重要ポイント", "試験に出る", "very important", "please note", "exam hint", "exam note",
        "important", "note that", "または", "exam tip", "warning", "always", "and/or", "cannot",
        "かつ", "だけ", "ない", "のみ", "必ず", "必須", "注意", "重点", "重要",
        "頻出", "시험", "중요", "don't", "never", "exam", "hint", "must", "note", "only",
        "all", "and", "any", "can", "non", "not", "tip", "不", "例", "注", "no", "or"]),
    ("strict", &[
        "must not", "always", "cannot", "don't", "never", "must", "only"]),
    ("shouted-link", &[
        "and", "or"]),
    ("question-mark", &[
        "question", "問い", "問題", "設問", "質問", "题目", "문제", "질문", "ques", "問",
        "问", "Ｑ", "q"]),
    ("answer-mark", &[
        "the correct answer is", "correct answers", "correct answer", "correct option", "right answer",
        "参考答案", "正确答案", "explanation", "answer key", "the answer", "solution",
        "answers", "answer", "回答", "正答", "正解", "答え", "答案", "解答", "解説",
        "답변", "정답", "해설", "ans", "答", "답", "Ａ", "a"]),
    ("question-status", &[
        "回答済み", "unanswered", "incorrect", "不正解", "未作答", "未回答", "미응답",
        "answered", "correct", "skipped", "正解", "오답", "wrong"]),
    ("right-mark", &[
        "(correct answer)", "（正确）", "（正解）", "← correct", "<- correct", "← 正解",
        "(correct)", "←正解", "(正确)", "(正解)", "(정답)", "(right)", "☑\u{fe0f}",
        "✔\u{fe0f}", "☑", "✅", "✓", "✔", "⭕"]),
    ("asking-end", &[
        "ください", "なさい", "述べよ", "せよ", "選べ", "か"]),
    ("key-link", &[
        " are", " is", "は", "是", "는", "은"]),
    ("key-end", &[
        "が正しい", "が正解", "입니다", "です", "番", "번"]),
    ("part-name", &[
        "연습 문제", "ステップ", "練習問題", "exercise", "practice", "problem", "手順",
        "步骤", "演習", "练习", "단계", "연습", "step", "task"]),
    ("answer-title", &[
        "answer and explanation", "answer & explanation", "正解を見る", "答えと解説", "答えを見る",
        "解答と解説", "解答を表示", "解答を見る", "解答・解説", "correct answer",
        "correct option", "reveal answer", "정답 보기", "정답 확인", "right answer",
        "参考答案", "查看答案", "正确答案", "explanation", "show answer", "view answer",
        "answer key", "see answer", "답 보기", "solution", "answers", "answer", "回答",
        "正答", "正解", "答え", "答案", "解析", "解答", "解説", "답안", "정답",
        "풀이", "해설", "答", "답"]),
    ("summary-title", &[
        "サンプルコード", "ソースコード", "more information", "자세히 보기", "折りたたみ",
        "続きを読む", "implementation", "소스 코드", "실행 결과", "예제 코드",
        "전체 코드", "코드 예시", "more details", "コード例", "サンプル", "実行結果",
        "示例代码", "詳しくは", "more detail", "source code", "더 보기", "expand me",
        "full code", "full text", "more info", "もっと", "コード", "ヒント", "実装例",
        "詳しく", "더보기", "자세히", "펼치기", "examples", "details", "example",
        "results", "spoiler", "detail", "expand", "output", "result", "sample", "source", "unfold",
        "代码", "例子", "全文", "出力", "実装", "展开", "展開", "提示", "更多",
        "示例", "結果", "続き", "詳細", "详情", "開く", "결과", "구현", "내용",
        "상세", "설명", "소스", "예시", "예제", "접기", "코드", "힌트", "codes",
        "hints", "code", "hint", "logs", "more", "open", "log", "例", "예"]),
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
    ("example-start", &[
        "サンプル", "example", "例を", "例題", "例：", "示例", "예시", "예제", "例:"]),
    ("prompt", &[
        "正しいか誤りか", "true or false", "○か×か", "true/false", "참/거짓", "判断题",
        "正誤", "t/f"]),
    ("choosing", &[
        "選択してください", "which of the following", "選んでください", "どれでしょう",
        "選択しなさい", "どれですか", "以下のうち", "選びなさい", "choose three",
        "select three", "どれか。", "次のうち", "choose two", "select two", "다음 중",
        "which two", "(choose ", "(select ", "下列"]),
    ("question-word", &[
        "where", "which", "whose", "what", "when", "how", "who", "why"]),
    ("counting-column", &[
        "ページ", "年月日", "序号", "日付", "日時", "日期", "時間", "番号", "编号",
        "順位", "順番", "날짜", "번호", "date", "page", "rank", "time", "回", "id",
        "no", "#"]),
    ("row-count", &[
        "序号", "番号", "编号", "번호", "番", "no", "nr", "#"]),
    ("aspect-column", &[
        "比較観点", "比較項目", "comparison", "parameters", "attribute", "parameter", "criteria",
        "features", "property", "aspects", "feature", "aspect", "points", "对比", "属性",
        "比較", "比较", "特徴", "特性", "観点", "違い", "項目", "项目", "구분",
        "비교", "특징", "항목", "basis", "point"]),
    ("comparison", &[
        "comparison", "difference", "compare", "versus", "区别", "对比", "比較", "比较", "違い",
        "비교", "차이", " vs"]),
    ("points-forward", &[
        "次のとおり", "the following", "these include", "다음과 같", "아래와 같", "次のもの",
        "次のよう", "次の手順", "次の方法", "次の機能", "次の通り", "as follows",
        "these are", "上記の", "以下、", "以下が", "以下で", "以下に", "以下の",
        "以下は", "以下を", "以下几", "以下幾", "下記", "如下"]),
    ("points-forward-end", &[
        " including", " includes", " include", " such as", "以下", " are", " is"]),
    ("empty-lead", &[
        "the following", "these include", "すなわち", "as follows", "following", "including", "like this",
        "these are", "つまり", "分别是", "includes", "they are", "such as", "namely",
        "一覧", "内容", "包含", "包括", "내용", "다음", "목록", "here", "list",
        "有"]),
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
        "two", "二", "두", "2"]),
    ("three", &[
        "three", "三", "세", "3"]),
    ("four", &[
        "four", "四", "네", "4"]),
    ("five", &[
        "다섯", "five", "五", "5"]),
    ("no-answer", &[
        "上記と同じ", "上記を参照", "前述の通り", "same as above", "위와 같음", "위와 동일",
        "이하 동일", "上と同じ", "上に同じ", "上記参照", "下記参照", "see above",
        "see below", "见上文", "见下文", "as above", "前述", "同上", "同前", "後述",
        "见上", "见下", "상동"]),
    ("points-back", &[
        "이를 ", "these ", "those ", "これ", "それ", "이것", "that ", "they ", "this ", "it "]),
    ("announcing-end", &[
        "についてまとめました", "についてまとめます", "について紹介します",
        "について解説します", "について説明します", "についてまとめる",
        "について学びます", "について紹介する", "について解説する",
        "について説明する", "見ていきましょう", "を見ていきます", "살펴보겠습니다",
        "알아보겠습니다", "will be added later", "under construction", "について学ぶ",
        "を紹介します", "を解説します", "を見ていく", "後述します", "見ていこう",
        "살펴보겠다", "살펴봅시다", "소개합니다", "알아보겠다", "알아봅시다",
        "will be added", "작성 예정", "정리 예정", "추후 작성", "後述する",
        "追記予定", "살펴보자", "살펴본다", "소개한다", "알아보자", "알아본다",
        "coming soon", "作成中", "執筆中", "準備中"]),
    ("announcing-start", &[
        "this chapter introduces", "this section introduces", "this chapter describes", "this section describes",
        "translate this article", "this chapter explains", "this section explains", "this chapter covers",
        "this section covers", "please refer to ", "in this chapter", "in this section", "translated from",
        "we will discuss", "translation of", "we will cover", "we will learn", "we'll discuss",
        "adapted from", "we will look", "下面介绍", "引用元：", "本章介绍", "本节介绍",
        "please see ", "we will see", "we'll cover", "we'll learn", "we'll look", "引用元:",
        "refer to ", "we'll see", "出典：", "原文：", "请参考", "请参阅", "https://",
        "원문 :", "출처 :", "http://", "出典:", "原文:", "원문:", "출처:", "参见",
        "详见", "see "]),
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
        "be comfortable", "remember how", "be familiar", "be prepared", "understand", "be aware", "memorize",
        "be able", "review", "learn", "study", "know"]),
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
        "differentiate", "understand", "recognise", "recognize", "describe", "discuss", "explain"]),
    ("task-verb", &[
        "demonstrate", "distinguish", "summarise", "summarize", "identify", "compare", "outline", "define",
        "list"]),
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
    ("remark-end", &[
        "なければならない", "해야 한다", " 불필요", "해야 함", "が不要", "が必要",
        "は不要", "필요함", "해야함", " 필요"]),
    ("remark-start", &[
        "不可以", "只能", "可以", "必须", "无需"]),
    ("sentence-start", &[
        "because", "however", "before", "please", "after", "every", "since", "there", "these", "those",
        "while", "also", "both", "each", "make", "many", "most", "note", "once", "some", "that",
        "then", "they", "this", "when", "with", "all", "and", "any", "but", "for", "use", "you",
        "as", "if", "in", "it", "on", "so", "to", "we", "i"]),
    ("clause-start", &[
        "the following", "because", "before", "should", "after", "since", "there", "these", "those",
        "while", "must", "once", "that", "then", "they", "this", "when", "with", "and", "but",
        "can", "for", "use", "you", "if", "in", "it", "on", "or", "so", "to", "we", "i"]),
    ("finite-verb", &[
        "determines", "generates", "connects", "consists", "contains", "includes", "prevents", "provides",
        "receives", "requires", "supports", "applies", "becomes", "belongs", "contain", "creates",
        "decides", "depends", "doesn't", "enables", "ensures", "handles", "happens", "manages",
        "provide", "remains", "require", "support", "there's", "they're", "allows", "aren't",
        "begins", "cannot", "enable", "exists", "should", "starts", "that's", "you're", "allow",
        "can't", "comes", "don't", "gives", "helps", "isn't", "keeps", "makes", "means", "might",
        "needs", "sends", "stays", "talks", "we're", "won't", "works", "does", "gets", "give",
        "goes", "have", "help", "it's", "lets", "make", "must", "need", "runs", "uses", "want",
        "were", "will", "are", "can", "get", "had", "has", "let", "may", "use", "was", "do",
        "is"]),
    ("predicate-start", &[
        "which", "also", "from", "it's", "only", "than", "that", "when", "with", "and", "but", "for",
        "not", "per", "who", "as", "at", "by", "if", "in", "of", "on", "or", "to"]),
    ("predicate", &[
        "integrates", "allocates", "automates", "generates", "increases", "captures", "consists", "contains",
        "improves", "includes", "performs", "prevents", "protects", "provides", "receives",
        "requires", "supports", "applies", "becomes", "creates", "depends", "detects", "doesn't",
        "enables", "ensures", "manages", "reduces", "removes", "allows", "aren't", "cannot",
        "offers", "should", "starts", "can't", "comes", "could", "gives", "helps", "isn't",
        "makes", "sends", "does", "gets", "lets", "must", "uses", "are", "can", "has", "is"]),
    ("conjunction", &[
        "although", "unless", "and", "but", "or"]),
    ("name-link", &[
        "have", "know", "and", "for", "see", "vs.", "do", "of", "or", "vs"]),
    ("step-verb", &[
        "configure", "terminate", "download", "navigate", "connect", "disable", "install", "recover",
        "replace", "restart", "restore", "specify", "assign", "attach", "choose", "create",
        "delete", "deploy", "enable", "ensure", "launch", "remove", "select", "update", "upload",
        "verify", "allow", "apply", "avoid", "check", "click", "copy", "add", "use"]),
    ("determiner", &[
        "between", "whether", "every", "their", "these", "those", "each", "that", "this", "what", "when",
        "your", "all", "any", "how", "its", "the", "why", "an", "a"]),
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
        "cannot", "should", "means", "have", "must", "were", "will", "are", "can", "has", "was", "is"]),
    ("open-end", &[
        "should", "their", "these", "which", "from", "into", "must", "than", "that", "this", "were",
        "will", "with", "your", "and", "are", "can", "for", "its", "may", "not", "the", "was",
        "an", "as", "at", "be", "by", "in", "is", "of", "on", "or", "to", "a"]),
    ("after-subject", &[
        "とは", "가 ", "는 ", "은 ", "이 ", "が", "は", "指", "是"]),
    ("empty-word", &[
        "provides", "ability", "enables", "process", "allows", "things", "werden", "場合", "方法",
        "機能", "用于", "위한", "있는", "있다", "하는", "하다", "about", "being",
        "einen", "these", "thing", "those", "using", "where", "which", "also", "been", "dans",
        "eine", "from", "für", "into", "kind", "lets", "oder", "para", "pour", "sind", "sont",
        "that", "this", "type", "used", "when", "wird", "with", "act", "and", "auf", "con",
        "das", "del", "der", "des", "die", "ein", "est", "for", "ist", "las", "les", "los",
        "mit", "par", "por", "que", "qui", "son", "una", "und", "une", "von", "way", "who",
        "与", "和", "在", "是", "時", "用", "的", "際", "것", "수", "as", "at", "be",
        "by", "de", "du", "el", "en", "es", "et", "im", "in", "is", "it", "la", "le", "of",
        "on", "or", "ou", "se", "to", "un", "zu", "à", "o", "y"]),
    ("negation", &[
        "ません", "neither", "ninguna", "ningún", "nothing", "without", "cannot", "except", "jamais",
        "ない", "なし", "aucun", "keine", "never", "nicht", "nunca", "kein", "none", "ohne",
        "only", "sans", "nie", "non", "nor", "not", "pas", "sin", "不", "未", "没", "無",
        "非", "못", "안", "않", "없", "ne", "no"]),
    ("limit", &[
        "less than", "more than", "at least", "at most", "around", "max of", "min of", "最低", "最多",
        "最大", "最小", "最少", "最短", "最長", "最高", "至多", "至少", "최대",
        "최소", "about", "up to", "only", "max", "min", "約", "약"]),
    ("counted-by", &[
        " at least", " or more ", " at most", " maximum", " minimum", " every ", " or 1 ", " each", " per "]),
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
        "marzo", "märz", "thurs", "juin", "juli", "july", "june", "juni", "mars", "mayo",
        "mié", "sept", "sáb", "thur", "tues", "apr", "aug", "dec", "dim", "dom", "feb", "fri",
        "jan", "jeu", "jue", "jul", "jun", "lun", "mai", "mar", "may", "mer", "mon", "nov",
        "oct", "sam", "sat", "sep", "sun", "thu", "tue", "ven", "vie", "wed", "di", "do", "fr",
        "mi", "mo", "sa", "so"]),
    ("arrow", &[
        "→", "⇒", "->", "=>"]),
    ("colon", &[
        "：", ":"]),
];

/// The words of the classes of signs, as characters.
#[rustfmt::skip]
pub(super) const SIGNS: [(&str, &[char]); 3] = [
    ("open-particle", &[
        'が', 'で', 'と', 'に', 'の', 'は', 'へ', 'も', 'や', 'を']),
    ("unit-sign", &[
        'か', 'ヶ', '万', '上', '下', '人', '以', '件', '個', '倍', '億', '兆', '円', '分',
        '前', '割', '半', '台', '回', '年', '度', '後', '日', '時', '月', '未',
        '歳', '満', '秒', '第', '約', '超', '週', '間']),
    ("colon", &[
        '：', ':']),
];
