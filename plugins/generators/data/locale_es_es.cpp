#include "word_lists.hpp"

namespace datagen::generators {

const People people_es_es = {
    .female_names = R"(
María, Carmen, Ana, Isabel, Laura, Cristina, Marta, Dolores, Lucía, Pilar, Elena, Sara, Paula, Raquel, Rosa, Mercedes, Julia,
Beatriz, Nuria, Silvia, Irene, Patricia, Rocío, Montserrat, Andrea, Rosario, Encarnación, Teresa, Alba, Mónica, Alicia, Sonia,
Sandra, Susana, Marina, Yolanda, Ángela, Natalia, Margarita, Sofía, Eva, Inmaculada, Claudia, Inés, Verónica, Esther, Noelia,
Ángeles, Carolina, Nerea, Lidia, Daniela, Miriam, Amparo, Lorena, Catalina, Victoria, Martina, Celia, Consuelo, Aurora, Emilia,
Fátima, Gloria, Olga, Luisa, Josefa, Antonia, Francisca, Concepción, Manuela, Juana, Remedios, Begoña, Leire, Ainhoa, Itziar,
Candela, Valeria, Vera, Jimena, Adriana, Blanca, Lourdes, Clara, Noa)",
    .male_names = R"(
Antonio, Manuel, José, Francisco, David, Juan, Javier, Daniel, Carlos, Jesús, Alejandro, Miguel, Rafael, Pedro, Pablo, Ángel,
Sergio, Fernando, Jorge, Luis, Alberto, Álvaro, Adrián, Diego, Raúl, Iván, Rubén, Enrique, Óscar, Ramón, Vicente, Andrés,
Joaquín, Santiago, Víctor, Eduardo, Mario, Roberto, Jaime, Marcos, Ignacio, Hugo, Alfonso, Jordi, Ricardo, Salvador, Guillermo,
Emilio, Gabriel, Gonzalo, Julio, Julián, Tomás, Martín, Agustín, Nicolás, Félix, Samuel, Joan, Cristian, Héctor, Lucas, Iker,
Sebastián, Alfredo, Josep, César, Domingo, Felipe, José Luis, José Antonio, Juan Carlos, Mateo, Leo, Bruno, Rodrigo, Unai,
Xavier, Íñigo, Gorka, Esteban, Germán, Lorenzo, Matías, Simón, Valentín)",
    .last_names = R"(
García, Rodríguez, González, Fernández, López, Martínez, Sánchez, Pérez, Gómez, Martín, Jiménez, Hernández, Ruiz, Díaz, Moreno,
Muñoz, Álvarez, Romero, Gutiérrez, Alonso, Navarro, Torres, Domínguez, Ramos, Vázquez, Ramírez, Gil, Serrano, Morales, Molina,
Blanco, Suárez, Castro, Ortega, Delgado, Ortiz, Marín, Rubio, Núñez, Medina, Sanz, Castillo, Iglesias, Cortés, Garrido, Santos,
Guerrero, Lozano, Cano, Cruz, Méndez, Flores, Prieto, Herrera, Peña, León, Márquez, Cabrera, Gallego, Calvo, Vidal, Campos,
Reyes, Vega, Fuentes, Carrasco, Díez, Aguilar, Caballero, Nieto, Santana, Vargas, Pascual, Giménez, Herrero, Hidalgo, Montero,
Lorenzo, Santiago, Benítez, Durán, Ibáñez, Arias, Mora, Ferrer, Carmona, Vicente, Rojas, Soto, Crespo, Román, Pastor, Velasco,
Parra, Sáez, Moya, Bravo, Rivera, Gallardo, Soler, Esteban, Silva, Pardo, Franco, Rivas, Lara, Merino, Espinosa, Camacho, Mendoza,
Vera, Arroyo, Izquierdo, Sierra, Casado, Luque, Redondo, Carrillo, Montes, Segura, Rey, Galán, Otero, Bernal, Heredia, Soriano,
Robles, Palacios, Marcos, Valero, Contreras, Guerra, Vila, Exposito, Macías, Mateo, Benito, Pereira, Guillén, Varela, Villar,
Bueno, Salazar, Miranda, Aranda, Roldán, Escudero, Estévez, Manzano, Acosta, Beltrán, Menéndez, Aparicio, Quintana, Etxeberria,
Agirre, Puig, Serra, Roca)",
    .prefixes = "Sr., Sra., Srta., Dr., Dra., D., Dña.",
    .suffixes = "hijo, MBA, PhD",
};

const Places places_es_es = {
    .street_kinds = "Calle, Avenida, Plaza, Paseo, Camino, Ronda, Travesía",
    .street_names = R"(
Mayor, Real, de la Constitución, de España, del Sol, de la Iglesia, de Cervantes, de Goya, de Velázquez, de Murillo, del Prado,
de Alcalá, de Serrano, de Lope de Vega, de Quevedo, de Colón, de San Juan, de San José, de San Pedro, de San Antonio,
de Santa María, de Santa Ana, de la Paz, de la Libertad, de la Estación, de la Fuente, del Carmen, de las Flores, de los Olivos,
de la Rosa, del Pino, del Río, del Mar, del Puerto, del Mercado, de la Luna, de Aragón, de Castilla, de Andalucía, de Galicia,
de Valencia, de Barcelona, de Madrid, de Sevilla, de Toledo, de Granada, de Ramón y Cajal, de Rosalía de Castro, de Antonio Machado,
de García Lorca, de Picasso, de Gaudí, de Isabel la Católica, de los Reyes Católicos, de la Diputación, de la Independencia,
de la Universidad, del Parque, de la Playa, de los Almendros, de los Naranjos, Nueva, Ancha, Alta, del Molino)",
    .street_suffixes = "",
    .number_before = ", ",
    .flats = "Piso, Puerta, Bajo, Local",
    .country = "España",
    .cities = R"(Madrid|Comunidad de Madrid|MD|ES|280##|40.42|-3.70|Europe/Madrid
Barcelona|Cataluña|CT|ES|080##|41.39|2.17|Europe/Madrid
Valencia|Comunidad Valenciana|VC|ES|460##|39.47|-0.38|Europe/Madrid
Sevilla|Andalucía|AN|ES|410##|37.39|-5.98|Europe/Madrid
Zaragoza|Aragón|AR|ES|500##|41.65|-0.89|Europe/Madrid
Málaga|Andalucía|AN|ES|290##|36.72|-4.42|Europe/Madrid
Murcia|Región de Murcia|MC|ES|300##|37.99|-1.13|Europe/Madrid
Palma|Islas Baleares|IB|ES|070##|39.57|2.65|Europe/Madrid
Las Palmas de Gran Canaria|Canarias|CN|ES|350##|28.12|-15.43|Atlantic/Canary
Bilbao|País Vasco|PV|ES|480##|43.26|-2.93|Europe/Madrid
Alicante|Comunidad Valenciana|VC|ES|030##|38.35|-0.48|Europe/Madrid
Córdoba|Andalucía|AN|ES|140##|37.89|-4.78|Europe/Madrid
Valladolid|Castilla y León|CL|ES|470##|41.65|-4.72|Europe/Madrid
Vigo|Galicia|GA|ES|362##|42.24|-8.72|Europe/Madrid
Gijón|Asturias|AS|ES|332##|43.53|-5.66|Europe/Madrid
Vitoria-Gasteiz|País Vasco|PV|ES|010##|42.85|-2.67|Europe/Madrid
A Coruña|Galicia|GA|ES|150##|43.37|-8.40|Europe/Madrid
Elche|Comunidad Valenciana|VC|ES|032##|38.27|-0.70|Europe/Madrid
Granada|Andalucía|AN|ES|180##|37.18|-3.60|Europe/Madrid
Oviedo|Asturias|AS|ES|330##|43.36|-5.85|Europe/Madrid
Badalona|Cataluña|CT|ES|0891#|41.45|2.25|Europe/Madrid
Cartagena|Región de Murcia|MC|ES|302##|37.61|-0.99|Europe/Madrid
Terrassa|Cataluña|CT|ES|0822#|41.56|2.01|Europe/Madrid
Jerez de la Frontera|Andalucía|AN|ES|114##|36.69|-6.14|Europe/Madrid
Sabadell|Cataluña|CT|ES|0820#|41.55|2.11|Europe/Madrid
Santa Cruz de Tenerife|Canarias|CN|ES|380##|28.47|-16.25|Atlantic/Canary
Pamplona|Navarra|NC|ES|310##|42.81|-1.65|Europe/Madrid
Almería|Andalucía|AN|ES|040##|36.84|-2.46|Europe/Madrid
San Sebastián|País Vasco|PV|ES|200##|43.32|-1.98|Europe/Madrid
Burgos|Castilla y León|CL|ES|090##|42.34|-3.70|Europe/Madrid
Santander|Cantabria|CB|ES|390##|43.46|-3.81|Europe/Madrid
Albacete|Castilla-La Mancha|CM|ES|020##|38.99|-1.86|Europe/Madrid
Castellón de la Plana|Comunidad Valenciana|VC|ES|120##|39.99|-0.04|Europe/Madrid
Logroño|La Rioja|RI|ES|260##|42.47|-2.45|Europe/Madrid
Badajoz|Extremadura|EX|ES|060##|38.88|-6.97|Europe/Madrid
Salamanca|Castilla y León|CL|ES|370##|40.97|-5.66|Europe/Madrid
Huelva|Andalucía|AN|ES|210##|37.26|-6.95|Europe/Madrid
Lleida|Cataluña|CT|ES|250##|41.62|0.63|Europe/Madrid
Tarragona|Cataluña|CT|ES|430##|41.12|1.24|Europe/Madrid
León|Castilla y León|CL|ES|240##|42.60|-5.57|Europe/Madrid
Cádiz|Andalucía|AN|ES|110##|36.53|-6.29|Europe/Madrid
Jaén|Andalucía|AN|ES|230##|37.77|-3.79|Europe/Madrid
Toledo|Castilla-La Mancha|CM|ES|450##|39.86|-4.03|Europe/Madrid
Girona|Cataluña|CT|ES|170##|41.98|2.82|Europe/Madrid)",
};

}  // namespace datagen::generators
