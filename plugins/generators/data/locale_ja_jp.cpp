#include "word_lists.hpp"

namespace datagen::generators {

const People people_ja_jp = {
    .female_names = R"(
陽子:Yoko, 恵子:Keiko, 京子:Kyoko, 洋子:Yoko, 幸子:Sachiko, 和子:Kazuko, 節子:Setsuko, 美智子:Michiko, 裕子:Yuko, 久美子:Kumiko, 由美子:Yumiko,
真由美:Mayumi, 直美:Naomi, 明美:Akemi, 智子:Tomoko, 順子:Junko, 典子:Noriko, 良子:Yoshiko, 春子:Haruko, 秋子:Akiko, 夏子:Natsuko, 冬美:Fuyumi,
愛:Ai, 愛子:Aiko, 彩:Aya, 彩香:Ayaka, 美咲:Misaki, 美穂:Miho, 美香:Mika, 美紀:Miki, 美和:Miwa, 恵:Megumi, 恵美:Emi, 絵美:Emi, 香織:Kaori, 麻衣:Mai,
麻美:Asami, 由美:Yumi, 優子:Yuko, 優香:Yuka, 結衣:Yui, 結愛:Yua, 葵:Aoi, 陽菜:Hina, 凛:Rin, 咲良:Sakura, 桜:Sakura, 花:Hana, 楓:Kaede, 遥:Haruka,
春香:Haruka, 千尋:Chihiro, 千春:Chiharu, 千夏:Chinatsu, 真紀:Maki, 真理子:Mariko, 麻理:Mari, 里美:Satomi, 理恵:Rie, 里奈:Rina, 玲奈:Rena, 沙織:Saori,
早紀:Saki, 舞:Mai, 瞳:Hitomi, 純子:Junko, 静香:Shizuka, 静子:Shizuko, 文子:Fumiko, 弘子:Hiroko, 光子:Mitsuko, 正子:Masako, 敏子:Toshiko, 信子:Nobuko,
奈々:Nana, 七海:Nanami, 菜摘:Natsumi, 萌:Moe, 莉子:Riko, 心春:Koharu, 琴音:Kotone, 詩織:Shiori, 若菜:Wakana, 友美:Tomomi, 綾:Aya, 綾乃:Ayano)",
    .male_names = R"(
太郎:Taro, 次郎:Jiro, 一郎:Ichiro, 健:Ken, 健一:Kenichi, 健二:Kenji, 健太:Kenta, 翔:Sho, 翔太:Shota, 大輔:Daisuke, 大輝:Daiki, 拓也:Takuya, 拓海:Takumi,
直樹:Naoki, 直人:Naoto, 和也:Kazuya, 達也:Tatsuya, 哲也:Tetsuya, 雅彦:Masahiko, 雅人:Masato, 正樹:Masaki, 正雄:Masao, 誠:Makoto, 誠一:Seiichi, 誠司:Seiji,
浩:Hiroshi, 浩一:Koichi, 浩二:Koji, 弘:Hiroshi, 博:Hiroshi, 博之:Hiroyuki, 裕之:Hiroyuki, 智也:Tomoya, 智之:Tomoyuki, 智:Satoshi, 聡:Satoshi, 隆:Takashi,
隆之:Takayuki, 孝:Takashi, 剛:Tsuyoshi, 勉:Tsutomu, 修:Osamu, 進:Susumu, 豊:Yutaka, 稔:Minoru, 実:Minoru, 清:Kiyoshi, 茂:Shigeru, 勇:Isamu, 学:Manabu,
徹:Toru, 亮:Ryo, 亮太:Ryota, 涼:Ryo, 涼太:Ryota, 蓮:Ren, 悠斗:Yuto, 悠真:Yuma, 陽翔:Haruto, 陽太:Yota, 颯太:Sota, 湊:Minato, 樹:Itsuki, 海斗:Kaito, 大和:Yamato,
春樹:Haruki, 英樹:Hideki, 秀樹:Hideki, 英明:Hideaki, 明:Akira, 昭:Akira, 昭夫:Akio, 光男:Mitsuo, 義雄:Yoshio, 善行:Yoshiyuki, 文雄:Fumio, 幸雄:Yukio, 洋介:Yosuke,
洋平:Yohei, 真一:Shinichi, 慎太郎:Shintaro, 康平:Kohei, 淳:Jun, 純一:Junichi, 圭介:Keisuke, 敬太:Keita, 貴之:Takayuki, 武:Takeshi)",
    .last_names = R"(
佐藤:Sato, 鈴木:Suzuki, 高橋:Takahashi, 田中:Tanaka, 伊藤:Ito, 渡辺:Watanabe, 山本:Yamamoto, 中村:Nakamura, 小林:Kobayashi, 加藤:Kato, 吉田:Yoshida,
山田:Yamada, 佐々木:Sasaki, 山口:Yamaguchi, 松本:Matsumoto, 井上:Inoue, 木村:Kimura, 林:Hayashi, 斎藤:Saito, 清水:Shimizu, 山崎:Yamazaki, 森:Mori, 池田:Ikeda,
橋本:Hashimoto, 阿部:Abe, 石川:Ishikawa, 山下:Yamashita, 中島:Nakajima, 石井:Ishii, 小川:Ogawa, 前田:Maeda, 岡田:Okada, 長谷川:Hasegawa, 藤田:Fujita, 後藤:Goto,
近藤:Kondo, 村上:Murakami, 遠藤:Endo, 青木:Aoki, 坂本:Sakamoto, 斉藤:Saito, 福田:Fukuda, 太田:Ota, 西村:Nishimura, 藤井:Fujii, 金子:Kaneko, 岡本:Okamoto,
藤原:Fujiwara, 三浦:Miura, 中野:Nakano, 原田:Harada, 中川:Nakagawa, 松田:Matsuda, 竹内:Takeuchi, 小野:Ono, 田村:Tamura, 中山:Nakayama, 和田:Wada, 石田:Ishida,
森田:Morita, 上田:Ueda, 原:Hara, 内田:Uchida, 柴田:Shibata, 酒井:Sakai, 宮崎:Miyazaki, 横山:Yokoyama, 高木:Takagi, 安藤:Ando, 宮本:Miyamoto, 大野:Ono, 小島:Kojima,
谷口:Taniguchi, 工藤:Kudo, 今井:Imai, 高田:Takada, 丸山:Maruyama, 増田:Masuda, 杉山:Sugiyama, 村田:Murata, 大塚:Otsuka, 新井:Arai, 小山:Koyama, 平野:Hirano,
藤本:Fujimoto, 河野:Kono, 上野:Ueno, 野口:Noguchi, 武田:Takeda, 松井:Matsui, 千葉:Chiba, 菅原:Sugawara, 岩崎:Iwasaki, 木下:Kinoshita, 久保:Kubo, 佐野:Sano,
野村:Nomura, 松尾:Matsuo, 菊地:Kikuchi, 市川:Ichikawa, 杉本:Sugimoto, 古川:Furukawa, 大西:Onishi, 島田:Shimada, 水野:Mizuno, 桜井:Sakurai, 高野:Takano, 吉川:Yoshikawa,
山内:Yamauchi, 西田:Nishida, 飯田:Iida, 菊池:Kikuchi, 小松:Komatsu, 西川:Nishikawa, 安田:Yasuda, 北村:Kitamura, 川崎:Kawasaki, 五十嵐:Igarashi, 関:Seki, 福島:Fukushima,
平田:Hirata, 川口:Kawaguchi, 本田:Honda, 久保田:Kubota, 中田:Nakata, 東:Higashi, 秋山:Akiyama, 田口:Taguchi, 永井:Nagai, 土屋:Tsuchiya, 荒井:Arai, 浅野:Asano,
川村:Kawamura, 白石:Shiraishi, 黒田:Kuroda, 松岡:Matsuoka, 片山:Katayama, 矢野:Yano, 服部:Hattori, 大橋:Ohashi, 小池:Koike, 岩田:Iwata, 須藤:Sudo, 星野:Hoshino,
浜田:Hamada, 石原:Ishihara, 広瀬:Hirose, 吉村:Yoshimura, 大久保:Okubo, 早川:Hayakawa, 熊谷:Kumagai, 馬場:Baba)",
    .prefixes = "様, 先生, 博士, 教授",
    .suffixes = "殿, 氏",
    .family_name_first = true,
};

const Places places_ja_jp = {
    .street_kinds = "",
    .street_names = R"(
本町, 中央, 栄町, 緑町, 幸町, 旭町, 東町, 西町, 南町, 北町, 新町, 元町, 大手町, 丸の内, 日の出町, 泉町, 若葉町, 桜町, 松原, 梅田, 竹園, 青葉, 美園, 宮前, 寺町, 八幡町,
神明町, 稲荷町, 天神, 港町, 浜町, 海岸通, 駅前, 城内, 城南, 城北, 城東, 城西, 川端, 橋本, 山手, 坂下, 坂上, 上野台, 中原, 高台, 月見, 富士見, 朝日丘, 緑ヶ丘, 桜ヶ丘,
光が丘, 希望が丘, 大通, 錦町, 銀杏町, 柳町, 花園, 平和, 豊町, 末広町, 常盤, 春日, 清水, 白山)",
    .street_suffixes = "",
    .number_before = "",
    .flats = "コーポ, ハイツ, メゾン, レジデンス",
    .numbers_of_blocks = true,
    .country = "日本",
    .cities = R"(千代田区|東京都|13|JP|100-00##|35.69|139.75|Asia/Tokyo
新宿区|東京都|13|JP|160-00##|35.69|139.70|Asia/Tokyo
渋谷区|東京都|13|JP|150-00##|35.66|139.70|Asia/Tokyo
世田谷区|東京都|13|JP|154-00##|35.65|139.65|Asia/Tokyo
八王子市|東京都|13|JP|192-00##|35.67|139.32|Asia/Tokyo
横浜市|神奈川県|14|JP|231-00##|35.44|139.64|Asia/Tokyo
川崎市|神奈川県|14|JP|210-00##|35.53|139.70|Asia/Tokyo
大阪市|大阪府|27|JP|530-00##|34.69|135.50|Asia/Tokyo
堺市|大阪府|27|JP|590-00##|34.57|135.48|Asia/Tokyo
名古屋市|愛知県|23|JP|460-00##|35.18|136.91|Asia/Tokyo
札幌市|北海道|01|JP|060-00##|43.06|141.35|Asia/Tokyo
函館市|北海道|01|JP|040-00##|41.77|140.73|Asia/Tokyo
福岡市|福岡県|40|JP|810-00##|33.59|130.40|Asia/Tokyo
北九州市|福岡県|40|JP|802-00##|33.88|130.88|Asia/Tokyo
神戸市|兵庫県|28|JP|650-00##|34.69|135.20|Asia/Tokyo
姫路市|兵庫県|28|JP|670-00##|34.82|134.69|Asia/Tokyo
京都市|京都府|26|JP|600-80##|35.01|135.77|Asia/Tokyo
さいたま市|埼玉県|11|JP|330-00##|35.86|139.65|Asia/Tokyo
広島市|広島県|34|JP|730-00##|34.39|132.46|Asia/Tokyo
仙台市|宮城県|04|JP|980-00##|38.27|140.87|Asia/Tokyo
千葉市|千葉県|12|JP|260-00##|35.61|140.11|Asia/Tokyo
新潟市|新潟県|15|JP|950-00##|37.92|139.04|Asia/Tokyo
浜松市|静岡県|22|JP|430-00##|34.71|137.73|Asia/Tokyo
静岡市|静岡県|22|JP|420-00##|34.98|138.38|Asia/Tokyo
熊本市|熊本県|43|JP|860-00##|32.80|130.71|Asia/Tokyo
岡山市|岡山県|33|JP|700-00##|34.66|133.92|Asia/Tokyo
鹿児島市|鹿児島県|46|JP|892-00##|31.60|130.56|Asia/Tokyo
長崎市|長崎県|42|JP|850-00##|32.75|129.88|Asia/Tokyo
金沢市|石川県|17|JP|920-00##|36.56|136.66|Asia/Tokyo
大分市|大分県|44|JP|870-00##|33.24|131.61|Asia/Tokyo
宮崎市|宮崎県|45|JP|880-00##|31.91|131.42|Asia/Tokyo
宇都宮市|栃木県|09|JP|320-00##|36.56|139.88|Asia/Tokyo
長野市|長野県|20|JP|380-00##|36.65|138.18|Asia/Tokyo
岐阜市|岐阜県|21|JP|500-80##|35.42|136.76|Asia/Tokyo
奈良市|奈良県|29|JP|630-80##|34.69|135.80|Asia/Tokyo
和歌山市|和歌山県|30|JP|640-80##|34.23|135.17|Asia/Tokyo
高松市|香川県|37|JP|760-00##|34.34|134.05|Asia/Tokyo
松山市|愛媛県|38|JP|790-00##|33.84|132.77|Asia/Tokyo
高知市|高知県|39|JP|780-00##|33.56|133.53|Asia/Tokyo
徳島市|徳島県|36|JP|770-00##|34.07|134.56|Asia/Tokyo
富山市|富山県|16|JP|930-00##|36.70|137.21|Asia/Tokyo
福井市|福井県|18|JP|910-00##|36.06|136.22|Asia/Tokyo
秋田市|秋田県|05|JP|010-00##|39.72|140.10|Asia/Tokyo
盛岡市|岩手県|03|JP|020-00##|39.70|141.15|Asia/Tokyo
青森市|青森県|02|JP|030-00##|40.82|140.75|Asia/Tokyo
那覇市|沖縄県|47|JP|900-00##|26.21|127.68|Asia/Tokyo)",
};

}  // namespace datagen::generators
