extension FaultWords {
  /// Of any YAML file.
  static let documents = [
    "the file is empty": "文件是空的",
    "is not UTF-8 text; save it as UTF-8, or, if it is GBK, convert it with `iconv -f GB18030 -t UTF-8`":
      "不是 UTF-8 文本；请另存为 UTF-8，如为 GBK 编码可用 `iconv -f GB18030 -t UTF-8` 转换",
    "nests deeper than 64 levels or has more than a million nodes": "嵌套超过64层，或节点超过一百万个",
    "nests deeper than 64 levels": "嵌套超过64层",
    "an alias of a list or a mapping is no key; write the key out": "列表或映射的别名不能作键；请直接写出键",
    "is more than a million nodes with its aliases written out": "展开别名后超过一百万个节点",
    "a key of %1 must be a word": "%1的键必须是一个词",
    "'<<' is not read here; write the keys themselves": "此处不支持“<<”；请直接写出各键",
    "unknown key '%1' in %2%3%4": "%2中没有键“%1”%3%4",
    "%1 must be a mapping of keys to values": "%1应为“键: 值”的映射",
    "%1 must be a text": "%1应为文本",
    "%1 must not be empty": "%1不能为空",
    "%1 must be true or false": "%1应为 true 或 false",
    "%1 must be a number, with at most six decimals%2%3": "%1应为数字，最多六位小数%2%3",
    "%1 has a leading zero, which YAML takes for octal%2": "%1以零开头，YAML 会当作八进制%2",
    "%1 must be a whole number%2%3": "%1应为整数%2%3",
    "%1 must be a day such as 2025-12-31%2": "%1应为日期，例如 2025-12-31%2",
    "%1 must be a list": "%1应为列表",
    "'%1' has no value": "“%1”没有值；请填写，或删去该键",
    "%1 must be a text or a list of texts": "%1应为文本或文本列表",
    "unknown %1 '%2'%3": "%1不能是“%2”%3",
    "%1 has neither 'en' nor 'zh'; one is enough": "%1缺少“en”和“zh”，写一种即可",
    ", not '%1'": "，不能是“%1”",
    "%1 has no '%2'": "%1缺少“%2”",
    "; '%1' is a Chinese sign: write '%2'": "；“%1”是中文符号，请写成“%2”",
    "; write %1": "；请写成 %1",
    "; did you mean '%1'?": "；是否应为“%1”？",
    "; one of: %1": "；可选：%1",
    "not valid YAML: %1": "不是有效的 YAML：%1",
    "not valid YAML: %1%2": "不是有效的 YAML：%1%2",
    "a tab stands where spaces must; indent with spaces, not tabs":
      "此处是制表符；请用空格缩进，不要用制表符",
    "nothing but a comment can follow here; put quotes around a text that begins with '>' or '|'":
      "此处之后只能是注释；以“>”或“|”开头的文本请加引号",
    "'&' and '*' begin names; put quotes around a text that begins with one":
      "“&”和“*”用于命名；以它们开头的文本请加引号",
    "'!' begins a tag; put quotes around a text that begins with it":
      "“!”表示标签；以它开头的文本请加引号",
    "'?' begins a key in the middle of a line; put quotes around a text that begins with it":
      "“?”在行中开始了一个键；以它开头的文本请加引号",
    "'\\' begins a sign within double quotes; write '\\\\', or take single quotes":
      "双引号中的“\\”表示转义；请写“\\\\”，或改用单引号",
    "'---' or '...' stands in a text in quotes; close the quotes in front of it":
      "引号内的文本中有“---”或“...”；请在它之前结束引号",
    "a ':' stands in brackets; put quotes around a text with a colon":
      "括号中有“:”；含冒号的文本请加引号",
    "a value is missing here; take out the sign, or put quotes around a text that begins with it":
      "此处缺少值；请删去这个符号，以它开头的文本请加引号",
    "the file has ended here; indent all keys of the file alike, and close each bracket once":
      "文件在此之前已经结束；各键请同样缩进，每个括号只闭合一次",
    "'%%' begins a directive; put quotes around a text that begins with it":
      "“%%”表示指令；以它开头的文本请加引号",
    "control characters are not allowed; take this one out": "不能有控制字符；请删去",
    "kind '%1'": "类型“%1”",
    "topic '%1'": "主题“%1”",
    "%1 and %2": "%1 和 %2",
    "%1 and from %2": "%1 和 %2",
    "a key needs ': ' behind it, with a space; the line before may lack it":
      "键后面要有冒号和一个空格“: ”；也可能是上一行缺少",
    "a second ': ' in one line; put quotes around a text with a colon, and each key in a line":
      "一行中出现第二个“: ”；含冒号的文本请加引号，每个键单独一行",
    "a list that '[' begins has no ']' or lacks a comma": "“[”开始的列表缺少“]”或逗号",
    "a map that '{' begins has no '}' or lacks a comma": "“{”开始的映射缺少“}”或逗号",
    "no text begins with this character; put quotes around it": "文本不能以这个字符开头；请加引号",
    "the line belongs to nothing above it; indent it as far as its neighbours":
      "该行不属于上面任何一项；请与相邻各行对齐",
    "'*' names nothing here; put quotes around a text that begins with it":
      "“*”没有对应的内容；以它开头的文本请加引号",
    "'---' begins another document; a file holds one": "“---”开始了另一个文档；一个文件只能有一个",
    "'-' begins a list in the middle of a line; begin it in a line of its own, or put quotes"
      + " around the text": "“-”在行中开始了列表；请另起一行，或给文本加引号",
    "a quote is opened and not closed": "引号没有成对",
    "key given twice: %1; keep one of them": "键重复：%1；请只保留一个",
    "a Chinese colon stands behind '%1'; write ':' and a space":
      "“%1”后面是中文冒号；请写英文冒号和一个空格“: ”",
    "a wide or hard space stands where a plain one must": "此处是全角空格或不换行空格；请用普通空格",
  ]
}
