#include "word_lists.hpp"

namespace datagen::generators {

const People people_de_de = {
    .female_names = R"(
Anna, Maria, Julia, Laura, Lena, Lea, Sarah, Lisa, Katharina, Sophie, Marie, Hannah, Emma, Mia, Lina, Emilia, Johanna, Clara,
Charlotte, Luisa, Amelie, Nele, Greta, Ida, Frieda, Mathilda, Paula, Pauline, Antonia, Franziska, Theresa, Magdalena,
Elisabeth, Christina, Stefanie, Nicole, Sandra, Sabine, Petra, Monika, Ursula, Renate, Karin, Helga, Gisela, Ingrid, Brigitte,
Heike, Susanne, Andrea, Birgit, Martina, Claudia, Gabriele, Angelika, Barbara, Silke, Anja, Tanja, Katrin, Melanie, Nadine,
Daniela, Jessica, Vanessa, Jana, Jasmin, Carina, Svenja, Wiebke, Friederike, Henrike, Annika, Maike, Ronja, Marlene, Rosa,
Helene, Käthe, Hildegard, Gertrud, Ilse, Edith, Jördis, Sünje, Özlem, Ayşe, Zoë, Chloë, Liesel)",
    .male_names = R"(
Lukas, Leon, Finn, Jonas, Paul, Elias, Ben, Noah, Felix, Luis, Maximilian, Jakob, Emil, Anton, Oskar, Theo, Moritz, Julian,
David, Tim, Niklas, Jan, Philipp, Alexander, Simon, Fabian, Florian, Sebastian, Tobias, Daniel, Christian, Stefan, Andreas,
Thomas, Michael, Markus, Matthias, Martin, Peter, Klaus, Jürgen, Wolfgang, Hans, Heinz, Werner, Horst, Günter, Dieter, Manfred,
Gerhard, Helmut, Karl, Walter, Rolf, Bernd, Uwe, Frank, Jörg, Ralf, Torsten, Dirk, Holger, Sven, Lars, Björn, Kai, Jens, Marco,
Dennis, Patrick, Marcel, Kevin, Dominik, Robin, Nils, Ole, Till, Jannik, Hannes, Vincent, Konstantin, Benedikt, Korbinian,
Sören, Götz, Lüder, Mehmet, Emre, Mustafa, Friedrich)",
    .last_names = R"(
Müller, Schmidt, Schneider, Fischer, Weber, Meyer, Wagner, Becker, Schulz, Hoffmann, Schäfer, Koch, Bauer, Richter, Klein,
Wolf, Schröder, Neumann, Schwarz, Zimmermann, Braun, Krüger, Hofmann, Hartmann, Lange, Schmitt, Werner, Schmitz, Krause, Meier,
Lehmann, Schmid, Schulze, Maier, Köhler, Herrmann, König, Walter, Mayer, Huber, Kaiser, Fuchs, Peters, Lang, Scholz, Möller,
Weiß, Jung, Hahn, Schubert, Vogel, Friedrich, Keller, Günther, Frank, Berger, Winkler, Roth, Beck, Lorenz, Baumann, Franke,
Albrecht, Schuster, Simon, Ludwig, Böhm, Winter, Kraus, Martin, Schumacher, Krämer, Vogt, Stein, Jäger, Otto, Sommer, Groß,
Seidel, Heinrich, Brandt, Haas, Schreiber, Graf, Schulte, Dietrich, Ziegler, Kuhn, Kühn, Pohl, Engel, Horn, Busch, Bergmann,
Thomas, Voigt, Sauer, Arnold, Wolff, Pfeiffer, Ernst, Lindner, Hübner, Kramer, Hansen, Beyer, Wenzel, Nowak, Paul, Barth,
Jansen, Langer, Fritz, Ritter, Haase, Thiel, Riedel, Kern, Petersen, Lenz, Schilling, Wendt, Gebhardt, Götz, Hesse, Moser,
Reuter, Yılmaz, Kaya, Demir, Bachmann, Brückner, Förster, Geißler, Heß, Kröger, Lüders, Nagel, Oswald, Preuß, Quandt, Rößler,
Stöhr, Töpfer, Ullrich, Völker, Weiss, Zander, Bischoff, Burkhardt, Döring, Eichhorn, Faber, Gärtner, Heller, Jahn)",
    .prefixes = "Herr, Frau, Dr., Prof., Prof. Dr., Dipl.-Ing.",
    .suffixes = "jun., sen., M.A., M.Sc., B.A., B.Sc., MBA",
};

const Places places_de_de = {
    .street_kinds = "",
    .street_names = R"(
Hauptstraße, Schulstraße, Gartenstraße, Bahnhofstraße, Dorfstraße, Bergstraße, Birkenweg, Lindenstraße, Kirchstraße, Waldstraße,
Ringstraße, Schillerstraße, Goethestraße, Amselweg, Jahnstraße, Wiesenweg, Buchenweg, Feldstraße, Mühlenweg, Finkenweg,
Blumenstraße, Mozartstraße, Friedhofstraße, Ahornweg, Wiesenstraße, Drosselweg, Rosenstraße, Kirchweg, Talstraße, Beethovenstraße,
Eichenweg, Tannenweg, Industriestraße, Friedhofsweg, Brunnenstraße, Lerchenweg, Poststraße, Mittelstraße, Erlenweg, Meisenweg,
Kirchplatz, Marktplatz, Rathausplatz, Marktstraße, Bachstraße, Uferstraße, Parkstraße, Schlossstraße, Burgstraße, Lessingstraße,
Uhlandstraße, Heinestraße, Kantstraße, Humboldtstraße, Bismarckstraße, Friedrichstraße, Wilhelmstraße, Kaiserstraße,
Königstraße, Nordstraße, Südstraße, Oststraße, Weststraße, Neue Straße, Alte Gasse, Am Markt, Am Sportplatz, Im Winkel,
Am Bahnhof, Zum Sonnenberg, An der Mühle, Unter den Linden, Kastanienallee, Lindenallee, Schützenstraße, Klosterstraße,
Steinweg, Hafenstraße, Brückenstraße, Gerberstraße)",
    .street_suffixes = "",
    .number_before = " ",
    .flats = "Wohnung, Zimmer, Haus, Aufgang",
    .country = "Deutschland",
    .cities = R"(Berlin|Berlin|BE|DE|10###|52.52|13.41|Europe/Berlin
Hamburg|Hamburg|HH|DE|20###|53.55|9.99|Europe/Berlin
München|Bayern|BY|DE|80###|48.14|11.58|Europe/Berlin
Köln|Nordrhein-Westfalen|NW|DE|50###|50.94|6.96|Europe/Berlin
Frankfurt am Main|Hessen|HE|DE|60###|50.11|8.68|Europe/Berlin
Stuttgart|Baden-Württemberg|BW|DE|70###|48.78|9.18|Europe/Berlin
Düsseldorf|Nordrhein-Westfalen|NW|DE|402##|51.23|6.77|Europe/Berlin
Leipzig|Sachsen|SN|DE|041##|51.34|12.37|Europe/Berlin
Dortmund|Nordrhein-Westfalen|NW|DE|441##|51.51|7.47|Europe/Berlin
Essen|Nordrhein-Westfalen|NW|DE|451##|51.46|7.01|Europe/Berlin
Bremen|Bremen|HB|DE|281##|53.08|8.80|Europe/Berlin
Dresden|Sachsen|SN|DE|010##|51.05|13.74|Europe/Berlin
Hannover|Niedersachsen|NI|DE|301##|52.37|9.73|Europe/Berlin
Nürnberg|Bayern|BY|DE|904##|49.45|11.08|Europe/Berlin
Duisburg|Nordrhein-Westfalen|NW|DE|470##|51.43|6.76|Europe/Berlin
Bochum|Nordrhein-Westfalen|NW|DE|447##|51.48|7.22|Europe/Berlin
Wuppertal|Nordrhein-Westfalen|NW|DE|421##|51.26|7.15|Europe/Berlin
Bielefeld|Nordrhein-Westfalen|NW|DE|336##|52.02|8.53|Europe/Berlin
Bonn|Nordrhein-Westfalen|NW|DE|531##|50.74|7.10|Europe/Berlin
Münster|Nordrhein-Westfalen|NW|DE|481##|51.96|7.63|Europe/Berlin
Mannheim|Baden-Württemberg|BW|DE|681##|49.49|8.47|Europe/Berlin
Karlsruhe|Baden-Württemberg|BW|DE|761##|49.01|8.40|Europe/Berlin
Augsburg|Bayern|BY|DE|861##|48.37|10.90|Europe/Berlin
Wiesbaden|Hessen|HE|DE|651##|50.08|8.24|Europe/Berlin
Mönchengladbach|Nordrhein-Westfalen|NW|DE|410##|51.19|6.44|Europe/Berlin
Braunschweig|Niedersachsen|NI|DE|381##|52.27|10.52|Europe/Berlin
Kiel|Schleswig-Holstein|SH|DE|241##|54.32|10.14|Europe/Berlin
Chemnitz|Sachsen|SN|DE|091##|50.83|12.92|Europe/Berlin
Aachen|Nordrhein-Westfalen|NW|DE|520##|50.78|6.08|Europe/Berlin
Magdeburg|Sachsen-Anhalt|ST|DE|391##|52.13|11.63|Europe/Berlin
Freiburg im Breisgau|Baden-Württemberg|BW|DE|791##|48.00|7.84|Europe/Berlin
Lübeck|Schleswig-Holstein|SH|DE|235##|53.87|10.69|Europe/Berlin
Erfurt|Thüringen|TH|DE|990##|50.98|11.03|Europe/Berlin
Rostock|Mecklenburg-Vorpommern|MV|DE|180##|54.09|12.13|Europe/Berlin
Mainz|Rheinland-Pfalz|RP|DE|551##|50.00|8.27|Europe/Berlin
Kassel|Hessen|HE|DE|341##|51.31|9.48|Europe/Berlin
Saarbrücken|Saarland|SL|DE|661##|49.24|6.99|Europe/Berlin
Potsdam|Brandenburg|BB|DE|144##|52.40|13.06|Europe/Berlin
Oldenburg|Niedersachsen|NI|DE|261##|53.14|8.21|Europe/Berlin
Heidelberg|Baden-Württemberg|BW|DE|691##|49.40|8.67|Europe/Berlin
Regensburg|Bayern|BY|DE|930##|49.01|12.10|Europe/Berlin
Würzburg|Bayern|BY|DE|970##|49.79|9.95|Europe/Berlin
Jena|Thüringen|TH|DE|077##|50.93|11.59|Europe/Berlin
Trier|Rheinland-Pfalz|RP|DE|542##|49.75|6.64|Europe/Berlin)",
};

}  // namespace datagen::generators
