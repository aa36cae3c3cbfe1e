#include "word_lists.hpp"

namespace datagen::generators {

const People people_pt_br = {
    .female_names = R"(
Maria, Ana, Francisca, Antônia, Adriana, Juliana, Márcia, Fernanda, Patrícia, Aline, Sandra, Camila, Amanda, Bruna, Jéssica,
Letícia, Júlia, Luciana, Vanessa, Mariana, Gabriela, Vera, Vitória, Larissa, Cláudia, Beatriz, Luana, Rita, Sônia, Renata, Eliane,
Josefa, Simone, Natália, Cristiane, Carla, Débora, Rosângela, Jaqueline, Rosa, Daniela, Aparecida, Marlene, Terezinha, Raimunda,
Andréia, Fabiana, Lúcia, Raquel, Ângela, Rafaela, Joana, Luzia, Elaine, Daniele, Alessandra, Priscila, Mônica, Tatiane, Carolina,
Isabela, Alice, Helena, Laura, Manuela, Sophia, Valentina, Heloísa, Lívia, Cecília, Eloá, Lorena, Yasmin, Clara, Marina, Catarina,
Flávia, Regina, Silvana, Cíntia, Thaís, Bianca, Olívia, Elisa, Conceição, Inês)",
    .male_names = R"(
José, João, Antônio, Francisco, Carlos, Paulo, Pedro, Lucas, Luiz, Marcos, Luís, Gabriel, Rafael, Daniel, Marcelo, Bruno, Eduardo,
Felipe, Raimundo, Rodrigo, Manoel, Mateus, André, Fernando, Fábio, Leonardo, Gustavo, Guilherme, Leandro, Tiago, Anderson, Ricardo,
Márcio, Jorge, Sebastião, Alexandre, Roberto, Edson, Diego, Vítor, Sérgio, Cláudio, Matheus, Thiago, Geraldo, Adriano, Luciano,
Júlio, Renato, Alex, Vinícius, Rogério, Samuel, Ronaldo, Mário, Flávio, Igor, Douglas, Davi, Manuel, Jeferson, Cícero, Vitor,
Miguel, Robson, Mauro, Danilo, Henrique, Caio, Reginaldo, Joaquim, Benedito, Gilberto, Arthur, Heitor, Bernardo, Théo, Enzo,
Murilo, Otávio, Caetano, Cauã, Ítalo, Afonso, Estêvão, Simão)",
    .last_names = R"(
Silva, Santos, Oliveira, Souza, Rodrigues, Ferreira, Alves, Pereira, Lima, Gomes, Costa, Ribeiro, Martins, Carvalho, Almeida,
Lopes, Soares, Fernandes, Vieira, Barbosa, Rocha, Dias, Nascimento, Andrade, Moreira, Nunes, Marques, Machado, Mendes, Freitas,
Cardoso, Ramos, Gonçalves, Santana, Teixeira, Araújo, Castro, Correia, Cavalcanti, Moura, Cunha, Pinto, Reis, Campos, Batista,
Monteiro, Borges, Melo, Medeiros, Moraes, Azevedo, Duarte, Barros, Nogueira, Miranda, Farias, Coelho, Brito, Macedo, Pinheiro,
Sales, Guimarães, Rezende, Tavares, Fonseca, Sampaio, Magalhães, Siqueira, Xavier, Leite, Pires, Queiroz, Bezerra, Dantas,
Figueiredo, Camargo, Peixoto, Neves, Viana, Aguiar, Bastos, Matos, Assis, Amaral, Prado, Leal, Paiva, Chaves, Amorim, Antunes,
Aragão, Arruda, Bittencourt, Brandão, Bueno, Caldas, Câmara, Conceição, Cordeiro, Coutinho, Domingues, Domingos, Esteves, Falcão,
Faria, Ferraz, Franco, França, Furtado, Galvão, Garcia, Guerra, Holanda, Jesus, Lacerda, Leão, Lemos, Luz, Maciel, Maia, Marinho,
Menezes, Mesquita, Morais, Mota, Moreno, Muniz, Novaes, Pacheco, Padilha, Paes, Penha, Pimentel, Porto, Rangel, Rego, Rios,
Salgado, Santiago, Serra, Simões, Telles, Toledo, Torres, Trindade, Valente, Vargas, Vasconcelos, Veloso, Ventura, Vidal, Vilela,
Zanetti, Bianchi, Rossi, Schneider, Tanaka)",
    .prefixes = "Sr., Sra., Srta., Dr., Dra., Prof., Profa.",
    .suffixes = "Filho, Júnior, Neto, Sobrinho",
};

const Places places_pt_br = {
    .street_kinds = "Rua, Avenida, Travessa, Alameda, Praça, Rodovia",
    .street_names = R"(
das Flores, São José, Santo Antônio, São João, Tiradentes, XV de Novembro, Sete de Setembro, Dom Pedro II, Getúlio Vargas,
Rui Barbosa, Santos Dumont, Castro Alves, José de Alencar, Machado de Assis, da Paz, do Comércio, das Palmeiras, das Acácias,
dos Ipês, das Rosas, das Orquídeas, Bela Vista, Boa Vista, Brasil, Paraná, Minas Gerais, São Paulo, Rio de Janeiro, Bahia,
Pernambuco, Amazonas, Goiás, Ceará, Santa Catarina, Espírito Santo, Marechal Deodoro, Marechal Floriano, Duque de Caxias,
Barão do Rio Branco, Visconde de Mauá, Princesa Isabel, Tancredo Neves, Juscelino Kubitschek, Monteiro Lobato, Olavo Bilac,
Gonçalves Dias, Carlos Gomes, Villa-Lobos, Cândido Portinari, Cecília Meireles, Clarice Lispector, Tom Jobim, da Liberdade,
da República, da Independência, dos Pinheiros, do Sol, da Lua, do Mar, da Praia, dos Coqueiros, das Mangueiras, São Francisco,
Santa Rita, Nossa Senhora Aparecida)",
    .street_suffixes = "",
    .number_before = ", ",
    .flats = "Apto, Bloco, Sala, Casa",
    .country = "Brasil",
    .cities = R"(São Paulo|São Paulo|SP|BR|01###-###|-23.55|-46.63|America/Sao_Paulo
Rio de Janeiro|Rio de Janeiro|RJ|BR|20###-###|-22.91|-43.17|America/Sao_Paulo
Brasília|Distrito Federal|DF|BR|70###-###|-15.79|-47.88|America/Sao_Paulo
Salvador|Bahia|BA|BR|40###-###|-12.97|-38.50|America/Bahia
Fortaleza|Ceará|CE|BR|60###-###|-3.73|-38.52|America/Fortaleza
Belo Horizonte|Minas Gerais|MG|BR|30###-###|-19.92|-43.94|America/Sao_Paulo
Manaus|Amazonas|AM|BR|690##-###|-3.12|-60.02|America/Manaus
Curitiba|Paraná|PR|BR|80###-###|-25.43|-49.27|America/Sao_Paulo
Recife|Pernambuco|PE|BR|50###-###|-8.05|-34.88|America/Recife
Goiânia|Goiás|GO|BR|740##-###|-16.69|-49.26|America/Sao_Paulo
Belém|Pará|PA|BR|660##-###|-1.46|-48.50|America/Belem
Porto Alegre|Rio Grande do Sul|RS|BR|90###-###|-30.03|-51.22|America/Sao_Paulo
Guarulhos|São Paulo|SP|BR|070##-###|-23.46|-46.53|America/Sao_Paulo
Campinas|São Paulo|SP|BR|130##-###|-22.91|-47.06|America/Sao_Paulo
São Luís|Maranhão|MA|BR|650##-###|-2.53|-44.30|America/Fortaleza
Maceió|Alagoas|AL|BR|570##-###|-9.67|-35.74|America/Maceio
Campo Grande|Mato Grosso do Sul|MS|BR|790##-###|-20.47|-54.62|America/Campo_Grande
Teresina|Piauí|PI|BR|640##-###|-5.09|-42.80|America/Fortaleza
João Pessoa|Paraíba|PB|BR|580##-###|-7.12|-34.86|America/Fortaleza
Natal|Rio Grande do Norte|RN|BR|590##-###|-5.79|-35.21|America/Fortaleza
Cuiabá|Mato Grosso|MT|BR|780##-###|-15.60|-56.10|America/Cuiaba
Aracaju|Sergipe|SE|BR|490##-###|-10.91|-37.07|America/Maceio
Florianópolis|Santa Catarina|SC|BR|880##-###|-27.59|-48.55|America/Sao_Paulo
Vitória|Espírito Santo|ES|BR|290##-###|-20.32|-40.34|America/Sao_Paulo
Porto Velho|Rondônia|RO|BR|768##-###|-8.76|-63.90|America/Porto_Velho
Macapá|Amapá|AP|BR|689##-###|0.03|-51.07|America/Belem
Rio Branco|Acre|AC|BR|699##-###|-9.97|-67.81|America/Rio_Branco
Boa Vista|Roraima|RR|BR|693##-###|2.82|-60.67|America/Boa_Vista
Palmas|Tocantins|TO|BR|770##-###|-10.18|-48.33|America/Araguaina
Santos|São Paulo|SP|BR|110##-###|-23.96|-46.33|America/Sao_Paulo
Ribeirão Preto|São Paulo|SP|BR|140##-###|-21.18|-47.81|America/Sao_Paulo
Uberlândia|Minas Gerais|MG|BR|384##-###|-18.92|-48.28|America/Sao_Paulo
Sorocaba|São Paulo|SP|BR|180##-###|-23.50|-47.46|America/Sao_Paulo
Niterói|Rio de Janeiro|RJ|BR|240##-###|-22.88|-43.10|America/Sao_Paulo
Joinville|Santa Catarina|SC|BR|892##-###|-26.30|-48.85|America/Sao_Paulo
Londrina|Paraná|PR|BR|860##-###|-23.31|-51.16|America/Sao_Paulo
Juiz de Fora|Minas Gerais|MG|BR|360##-###|-21.76|-43.35|America/Sao_Paulo
Caxias do Sul|Rio Grande do Sul|RS|BR|950##-###|-29.17|-51.18|America/Sao_Paulo
Feira de Santana|Bahia|BA|BR|440##-###|-12.27|-38.97|America/Bahia
São José dos Campos|São Paulo|SP|BR|122##-###|-23.18|-45.88|America/Sao_Paulo
Maringá|Paraná|PR|BR|870##-###|-23.42|-51.94|America/Sao_Paulo
Blumenau|Santa Catarina|SC|BR|890##-###|-26.92|-49.07|America/Sao_Paulo
Petrópolis|Rio de Janeiro|RJ|BR|256##-###|-22.51|-43.18|America/Sao_Paulo
Anápolis|Goiás|GO|BR|750##-###|-16.33|-48.95|America/Sao_Paulo)",
};

}  // namespace datagen::generators
