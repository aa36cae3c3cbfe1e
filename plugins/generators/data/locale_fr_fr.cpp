#include "word_lists.hpp"

namespace datagen::generators {

const People people_fr_fr = {
    .female_names = R"(
Marie, Nathalie, Isabelle, Sylvie, Catherine, Françoise, Monique, Martine, Christine, Jacqueline, Valérie, Sandrine, Véronique,
Céline, Stéphanie, Sophie, Anne, Patricia, Brigitte, Julie, Aurélie, Émilie, Laurence, Christelle, Dominique, Florence, Nicole,
Chantal, Annie, Virginie, Élodie, Laetitia, Audrey, Caroline, Delphine, Mélanie, Camille, Laura, Léa, Manon, Chloé, Emma, Inès,
Jade, Louise, Alice, Lina, Zoé, Juliette, Anaïs, Clara, Sarah, Lucie, Marine, Pauline, Mathilde, Margaux, Agathe, Jeanne, Rose,
Anna, Ambre, Lola, Romane, Charlotte, Éva, Élise, Hélène, Geneviève, Odette, Simone, Yvonne, Madeleine, Thérèse, Noémie, Maëlle,
Gaëlle, Solène, Clémence, Apolline, Victoire, Capucine, Fatima, Yasmine, Océane)",
    .male_names = R"(
Jean, Michel, Philippe, Alain, Patrick, Nicolas, Christophe, Pierre, Christian, Éric, Frédéric, Laurent, Stéphane, David, Pascal,
Daniel, Alexandre, Julien, Thierry, Olivier, Bernard, Thomas, Sébastien, Gérard, Didier, Dominique, Vincent, François, Bruno,
Guillaume, Jérôme, Jacques, Marc, Maxime, Romain, Claude, Antoine, Franck, Anthony, Kévin, Gilles, Cédric, Serge, André, Mathieu,
Benjamin, Patrice, Fabrice, Joël, Jérémy, Clément, Arnaud, Denis, Paul, Lucas, Hervé, Jonathan, Sylvain, Ludovic, Rémi, Gabriel,
Léo, Raphaël, Arthur, Louis, Jules, Adam, Hugo, Noé, Gaspard, Augustin, Théo, Nathan, Ethan, Baptiste, Valentin, Quentin, Loïc,
Gaël, Maël, Timothée, Côme, Mohamed, Karim, Étienne)",
    .last_names = R"(
Martin, Bernard, Thomas, Petit, Robert, Richard, Durand, Dubois, Moreau, Laurent, Simon, Michel, Lefebvre, Leroy, Roux, David,
Bertrand, Morel, Fournier, Girard, Bonnet, Dupont, Lambert, Fontaine, Rousseau, Vincent, Muller, Lefèvre, Faure, André, Mercier,
Blanc, Guérin, Boyer, Garnier, Chevalier, François, Legrand, Gauthier, Garcia, Perrin, Robin, Clément, Morin, Nicolas, Henry,
Roussel, Mathieu, Gautier, Masson, Marchand, Duval, Denis, Dumont, Marie, Lemaire, Noël, Meyer, Dufour, Meunier, Brun, Blanchard,
Giraud, Joly, Rivière, Lucas, Brunet, Gaillard, Barbier, Arnaud, Martinez, Gérard, Roche, Renard, Schmitt, Roy, Leroux, Colin,
Vidal, Caron, Picard, Roger, Fabre, Aubert, Lemoine, Renaud, Dumas, Lacroix, Olivier, Philippe, Bourgeois, Pierre, Benoît, Rey,
Leclerc, Payet, Rolland, Leclercq, Guillaume, Lecomte, Lopez, Jean, Dupuy, Guillot, Hubert, Berger, Carpentier, Sanchez, Dupuis,
Moulin, Louis, Deschamps, Huet, Vasseur, Perez, Boucher, Fleury, Royer, Klein, Jacquet, Adam, Paris, Poirier, Marty, Aubry,
Guyot, Carré, Charles, Renault, Charpentier, Ménard, Maillard, Baron, Bertin, Bailly, Hervé, Schneider, Fernandez, Le Gall,
Collet, Léger, Bouvier, Julien, Prévost, Millet, Perrot, Daniel, Le Roux, Cousin, Germain, Breton, Besson, Langlois, Rémy,
Le Goff, Pelletier, Lévêque, Perrier, Leblanc, Barré, Lebrun, Marchal, Weber, Mallet, Hamon, Boulanger, Jacob, Monnier, Gilbert,
Guillou, Hardy, Étienne, Tessier)",
    .prefixes = "M., Mme, Mlle, Dr, Pr, Me",
    .suffixes = "fils, père, MBA, PhD",
};

const Places places_fr_fr = {
    .street_kinds = "rue, avenue, boulevard, place, impasse, allée, chemin, quai, cours",
    .street_names = R"(
de la République, Victor Hugo, Jean Jaurès, Pasteur, de la Gare, du Moulin, de l'Église, des Écoles, Jules Ferry, Gambetta,
du Général de Gaulle, de la Liberté, de Paris, de la Mairie, du Château, des Lilas, des Roses, des Tilleuls, des Acacias,
des Cerisiers, Émile Zola, Voltaire, Molière, Racine, Diderot, Jean Moulin, de Verdun, du Stade, de la Fontaine, des Jardins,
de la Paix, du Marché, du Port, de la Plage, des Champs, des Vignes, du Lavoir, Saint-Michel, Saint-Jean, Notre-Dame, de Bretagne,
de Bourgogne, d'Alsace, de Lorraine, de Provence, Pierre Curie, Marie Curie, Claude Monet, Paul Cézanne, Léon Blum, Aristide Briand,
Anatole France, Louis Aragon, Georges Clemenceau, des Peupliers, des Marronniers, du Parc, du Lac, de la Forêt, Neuve,
de l'Europe, de Strasbourg, des Remparts, du Pont, Albert Camus, Jacques Prévert, George Sand, Colette, Olympe de Gouges)",
    .street_suffixes = "",
    .number_before = "",
    .flats = "Appt, Bât., Étage, Esc.",
    .country = "France",
    .cities = R"(Paris|Île-de-France|IDF|FR|750##|48.86|2.35|Europe/Paris
Marseille|Provence-Alpes-Côte d'Azur|PAC|FR|130##|43.30|5.37|Europe/Paris
Lyon|Auvergne-Rhône-Alpes|ARA|FR|6900#|45.76|4.84|Europe/Paris
Toulouse|Occitanie|OCC|FR|31#00|43.60|1.44|Europe/Paris
Nice|Provence-Alpes-Côte d'Azur|PAC|FR|06#00|43.70|7.27|Europe/Paris
Nantes|Pays de la Loire|PDL|FR|44#00|47.22|-1.55|Europe/Paris
Montpellier|Occitanie|OCC|FR|340##|43.61|3.88|Europe/Paris
Strasbourg|Grand Est|GES|FR|67#00|48.57|7.75|Europe/Paris
Bordeaux|Nouvelle-Aquitaine|NAQ|FR|33#00|44.84|-0.58|Europe/Paris
Lille|Hauts-de-France|HDF|FR|59#00|50.63|3.06|Europe/Paris
Rennes|Bretagne|BRE|FR|35#00|48.11|-1.68|Europe/Paris
Reims|Grand Est|GES|FR|51100|49.26|4.03|Europe/Paris
Saint-Étienne|Auvergne-Rhône-Alpes|ARA|FR|42#00|45.44|4.39|Europe/Paris
Toulon|Provence-Alpes-Côte d'Azur|PAC|FR|83#00|43.12|5.93|Europe/Paris
Le Havre|Normandie|NOR|FR|76600|49.49|0.11|Europe/Paris
Grenoble|Auvergne-Rhône-Alpes|ARA|FR|38000|45.19|5.72|Europe/Paris
Dijon|Bourgogne-Franche-Comté|BFC|FR|21000|47.32|5.04|Europe/Paris
Angers|Pays de la Loire|PDL|FR|49000|47.47|-0.55|Europe/Paris
Nîmes|Occitanie|OCC|FR|30000|43.84|4.36|Europe/Paris
Clermont-Ferrand|Auvergne-Rhône-Alpes|ARA|FR|63000|45.78|3.08|Europe/Paris
Le Mans|Pays de la Loire|PDL|FR|72000|48.01|0.20|Europe/Paris
Aix-en-Provence|Provence-Alpes-Côte d'Azur|PAC|FR|13100|43.53|5.45|Europe/Paris
Brest|Bretagne|BRE|FR|29200|48.39|-4.49|Europe/Paris
Tours|Centre-Val de Loire|CVL|FR|37000|47.39|0.69|Europe/Paris
Amiens|Hauts-de-France|HDF|FR|80000|49.89|2.30|Europe/Paris
Limoges|Nouvelle-Aquitaine|NAQ|FR|87000|45.83|1.26|Europe/Paris
Annecy|Auvergne-Rhône-Alpes|ARA|FR|74000|45.90|6.13|Europe/Paris
Perpignan|Occitanie|OCC|FR|66000|42.70|2.90|Europe/Paris
Besançon|Bourgogne-Franche-Comté|BFC|FR|25000|47.24|6.02|Europe/Paris
Metz|Grand Est|GES|FR|57000|49.12|6.18|Europe/Paris
Orléans|Centre-Val de Loire|CVL|FR|45000|47.90|1.91|Europe/Paris
Rouen|Normandie|NOR|FR|76000|49.44|1.10|Europe/Paris
Mulhouse|Grand Est|GES|FR|68100|47.75|7.34|Europe/Paris
Caen|Normandie|NOR|FR|14000|49.18|-0.37|Europe/Paris
Nancy|Grand Est|GES|FR|54000|48.69|6.18|Europe/Paris
Avignon|Provence-Alpes-Côte d'Azur|PAC|FR|84000|43.95|4.81|Europe/Paris
Poitiers|Nouvelle-Aquitaine|NAQ|FR|86000|46.58|0.34|Europe/Paris
La Rochelle|Nouvelle-Aquitaine|NAQ|FR|17000|46.16|-1.15|Europe/Paris
Pau|Nouvelle-Aquitaine|NAQ|FR|64000|43.30|-0.37|Europe/Paris
Calais|Hauts-de-France|HDF|FR|62100|50.95|1.86|Europe/Paris
Colmar|Grand Est|GES|FR|68000|48.08|7.36|Europe/Paris
Quimper|Bretagne|BRE|FR|29000|48.00|-4.10|Europe/Paris
Ajaccio|Corse|COR|FR|20000|41.93|8.74|Europe/Paris)",
};

}  // namespace datagen::generators
