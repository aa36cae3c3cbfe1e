#include "word_lists.hpp"

namespace datagen::generators {

const People people_en_us = {
    .female_names = R"(
Mary, Patricia, Jennifer, Linda, Elizabeth, Barbara, Susan, Jessica, Sarah, Karen, Lisa, Nancy, Betty, Sandra, Margaret,
Ashley, Kimberly, Emily, Donna, Michelle, Carol, Amanda, Melissa, Deborah, Stephanie, Rebecca, Sharon, Laura, Cynthia,
Dorothy, Amy, Kathleen, Angela, Shirley, Emma, Brenda, Pamela, Nicole, Anna, Samantha, Katherine, Christine, Debra, Rachel,
Carolyn, Janet, Maria, Olivia, Heather, Helen, Catherine, Diane, Julie, Victoria, Joyce, Lauren, Kelly, Christina, Ruth,
Joan, Virginia, Judith, Evelyn, Hannah, Andrea, Megan, Cheryl, Jacqueline, Madison, Teresa, Abigail, Sophia, Martha, Sara,
Gloria, Janice, Kathryn, Ann, Isabella, Judy, Charlotte, Julia, Grace, Amber, Alice, Jean, Denise, Frances, Danielle,
Marilyn, Natalie, Beverly, Diana, Brittany, Theresa, Kayla, Alexis, Doris, Lori, Tiffany, Mia, Amelia, Harper, Luna,
Camila, Gianna, Ava, Eleanor, Ella, Sofia, Scarlett, Penelope, Layla, Chloe, Mila, Nora, Hazel, Aria, Lily, Ellie, Violet,
Aurora, Zoe, Stella, Lucy, Willow, Paisley, Everly, Naomi, Elena, Maya, Claire, Skylar, Bella, Savannah, Audrey, Brooklyn,
Leah, Addison, Nevaeh, Kinsley, Sadie, Autumn, Ruby, Eva, Quinn, Cora, Delilah, Ivy, Josephine, Rylee, Clara, Hailey,
Lydia, Vivian, Madeline, Peyton, Jade, Rose, Iris, Eliza, Margot, Daisy, Fiona, Juliet, Lena, Tessa, Phoebe, Sienna,
Esther, Miriam, Gwendolyn, Paige, Brooke, Molly, Caroline, Genevieve, Adeline, Kennedy, Alana, Valerie, Monica, Yvonne,
Wendy, Tracy, Dawn, Tina, Robin, Rhonda, Anita, Peggy, Gail, Rita, Loretta, Norma, Paula, Annie, Lillian, Connie, Gladys,
Marcia, Sylvia, Ellen, Carmen, Rosa, Juana, Lucia, Paloma, Ximena, Yolanda, Priya, Aisha, Fatima, Mei, Yuki, Ingrid, Greta,
Astrid, Bridget, Maeve, Niamh, Aoife, Chantal, Simone, Colette, Nadia, Tatiana, Irina, Zara, Leila, Noor, Anika, Divya)",
    .male_names = R"(
James, Robert, John, Michael, David, William, Richard, Joseph, Thomas, Christopher, Charles, Daniel, Matthew, Anthony, Mark,
Donald, Steven, Andrew, Paul, Joshua, Kenneth, Kevin, Brian, George, Timothy, Ronald, Jason, Edward, Jeffrey, Ryan, Jacob,
Gary, Nicholas, Eric, Jonathan, Stephen, Larry, Justin, Scott, Brandon, Benjamin, Samuel, Gregory, Alexander, Patrick,
Frank, Raymond, Jack, Dennis, Jerry, Tyler, Aaron, Jose, Adam, Nathan, Henry, Zachary, Douglas, Peter, Kyle, Noah, Ethan,
Jeremy, Christian, Walter, Keith, Austin, Roger, Terry, Sean, Gerald, Carl, Dylan, Harold, Jordan, Jesse, Bryan, Lawrence,
Arthur, Gabriel, Bruce, Logan, Billy, Joe, Alan, Juan, Elijah, Willie, Albert, Wayne, Randy, Mason, Vincent, Liam, Roy,
Bobby, Caleb, Bradley, Russell, Lucas, Oliver, Theodore, Levi, Sebastian, Mateo, Owen, Luke, Isaac, Hudson, Leo, Ezra, Luca,
Asher, Julian, Wyatt, Carter, Jayden, Miles, Cooper, Xavier, Lincoln, Josiah, Maverick, Charlie, Hunter, Isaiah, Cameron,
Adrian, Eli, Colton, Connor, Santiago, Nolan, Jaxon, Roman, Ian, Easton, Greyson, Axel, Micah, Silas, Weston, Waylon,
Jameson, Declan, Beau, Damian, Ryder, Emmett, Bennett, Brooks, Graham, Calvin, Harrison, Finn, Jasper, Felix, Oscar, Simon,
Hugo, Victor, Malcolm, Desmond, Marcus, Dominic, Everett, Giovanni, Antonio, Diego, Carlos, Luis, Miguel, Javier, Rafael,
Fernando, Manuel, Ricardo, Eduardo, Alejandro, Andres, Pablo, Hector, Ivan, Omar, Hassan, Ali, Amir, Khalid, Tariq, Raj,
Arjun, Vikram, Rohan, Sanjay, Wei, Hiroshi, Kenji, Takeshi, Lars, Sven, Erik, Nils, Anders, Pierre, Luc, Etienne, Marcel,
Klaus, Dieter, Stefan, Matthias, Ahmed, Yusuf, Kwame, Kofi, Tobias, Elliott, Preston, Clayton, Dean, Grant, Howard, Leonard,
Norman, Stanley, Ernest, Eugene, Clarence, Glenn, Warren, Curtis, Allen, Martin, Craig, Dale, Travis, Chad, Derek, Troy)",
    .last_names = R"(
Smith, Johnson, Williams, Brown, Jones, Garcia, Miller, Davis, Rodriguez, Martinez, Hernandez, Lopez, Gonzalez, Wilson,
Anderson, Thomas, Taylor, Moore, Jackson, Martin, Lee, Perez, Thompson, White, Harris, Sanchez, Clark, Ramirez, Lewis,
Robinson, Walker, Young, Allen, King, Wright, Scott, Torres, Nguyen, Hill, Flores, Green, Adams, Nelson, Baker, Hall,
Rivera, Campbell, Mitchell, Carter, Roberts, Gomez, Phillips, Evans, Turner, Diaz, Parker, Cruz, Edwards, Collins, Reyes,
Stewart, Morris, Morales, Murphy, Cook, Rogers, Gutierrez, Ortiz, Morgan, Cooper, Peterson, Bailey, Reed, Kelly, Howard,
Ramos, Kim, Cox, Ward, Richardson, Watson, Brooks, Chavez, Wood, James, Bennett, Gray, Mendoza, Ruiz, Hughes, Price,
Alvarez, Castillo, Sanders, Patel, Myers, Long, Ross, Foster, Jimenez, Powell, Jenkins, Perry, Russell, Sullivan, Bell,
Coleman, Butler, Henderson, Barnes, Gonzales, Fisher, Vasquez, Simmons, Romero, Jordan, Patterson, Alexander, Hamilton,
Graham, Reynolds, Griffin, Wallace, Moreno, West, Cole, Hayes, Bryant, Herrera, Gibson, Ellis, Tran, Medina, Aguilar,
Stevens, Murray, Ford, Castro, Marshall, Owens, Harrison, Fernandez, Mcdonald, Woods, Washington, Kennedy, Wells, Vargas,
Henry, Chen, Freeman, Webb, Tucker, Guzman, Burns, Crawford, Olson, Simpson, Porter, Hunter, Gordon, Mendez, Silva, Shaw,
Snyder, Mason, Dixon, Munoz, Hunt, Hicks, Holmes, Palmer, Wagner, Black, Robertson, Boyd, Rose, Stone, Salazar, Fox,
Warren, Mills, Meyer, Rice, Schmidt, Garza, Daniels, Ferguson, Nichols, Stephens, Soto, Weaver, Ryan, Gardner, Payne, Grant,
Dunn, Kelley, Spencer, Hawkins, Arnold, Pierce, Hansen, Peters, Santos, Hart, Bradley, Knight, Elliott, Cunningham, Duncan,
Armstrong, Hudson, Carroll, Lane, Riley, Andrews, Alvarado, Ray, Delgado, Berry, Perkins, Hoffman, Johnston, Matthews, Pena,
Richards, Contreras, Willis, Carpenter, Lawrence, Sandoval, Guerrero, George, Chapman, Rios, Estrada, Ortega, Watkins,
Greene, Nunez, Wheeler, Valdez, Harper, Burke, Larson, Santiago, Maldonado, Morrison, Franklin, Carlson, Austin, Dominguez,
Carr, Lawson, Jacobs, Obrien, Lynch, Singh, Vega, Bishop, Montgomery, Oliver, Jensen, Harvey, Williamson, Gilbert, Dean,
Sims, Espinoza, Howell, Li, Wong, Reid, Hanson, Le, Mccoy, Garrett, Burton, Fuller, Wang, Weber, Welch, Rojas, Lucas,
Marquez, Fields, Park, Yang, Little, Banks, Padilla, Day, Walsh, Bowman, Schultz, Luna, Fowler, Mejia, Davidson, Acosta,
Brewer, May, Holland, Juarez, Newman, Pearson, Curtis, Cortez, Douglas, Schneider, Joseph, Barrett, Navarro, Figueroa,
Keller, Avila, Wade, Molina, Stanley, Hopkins, Campos, Barnett, Bates, Chambers, Caldwell, Beck, Lambert, Miranda, Byrd,
Craig, Ayala, Lowe, Frazier, Powers, Neal, Leonard, Gregory, Carrillo, Sutton, Fleming, Rhodes, Shelton, Schwartz, Norris,
Jennings, Rivas, Duran, Walters, Holt, Miles, Moran, Beltran, Steele, Velasquez, Santana, Hardy, Mcguire, Bush, Parsons,
Solis, Cervantes, Hale, Mack, Barber, Wolfe, Mckinney, Cabrera, Nash, Fitzgerald, Roth, Larsen, Benson, Cohen, Khan, Shah,
Gupta, Sharma, Kumar, Ali, Ahmed, Hussain, Rahman, Chang, Lin, Wu, Zhang, Liu, Huang, Zhao, Tanaka, Suzuki, Sato, Yamamoto,
Nakamura, Kobayashi, Ito, Choi, Jung, Kang, Yoon, Pham, Vu, Dang, Okafor, Adeyemi, Mensah, Diallo, Ndiaye, Mbeki, Abebe,
Johansson, Lindqvist, Nilsson, Eriksson, Berg, Dahl, Haugen, Kowalski, Nowak, Novak, Horvat, Popov, Ivanov, Petrov, Rossi,
Russo, Ferrari, Esposito, Bianchi, Moretti, Dubois, Laurent, Lefebvre, Moreau, Girard, Fischer, Becker, Hartmann, Krause,
Vogel, Jansen, Visser, Bakker, Pereira, Oliveira, Costa, Almeida, Ferreira, Carvalho, Oconnor, Oneill, Mccarthy, Gallagher,
Doyle, Byrne, Nolan, Quinn, Sinclair, Mackenzie, Fraser, Drummond, Hendricks, Blackwell, Whitfield, Ashworth, Pemberton,
Hawthorne, Langley, Winslow, Thornton, Merritt, Calloway, Prescott, Sterling, Vaughn, Whitaker, Yates, Zimmerman, Ziegler,
Donovan, Everett, Farley, Gentry, Hobbs, Ingram, Jarvis, Kramer, Lowery, Mayer, Noble, Osborne, Pruitt, Ramsey, Sawyer, Abbott, Ballard, Cantrell, Dalton,
Eaton, Finley, Goodwin, Hobson, Irwin, Jefferson, Kirby, Lindsey, Middleton, Norton, Ogden, Pittman, Quigley, Rollins,
Stafford, Tate, Underwood, Vinson, Whitley, York)",
    .prefixes = "Mr., Ms., Mrs., Dr., Mx., Prof.",
    .suffixes = "Jr., Sr., II, III, IV, V, MD, PhD, DDS, DVM, CPA, Esq.",
};

const Places places_en_us = {
    .street_names = R"(
Main, Oak, Pine, Maple, Cedar, Elm, Washington, Lake, Hill, Walnut, Spring, North, South, East, West, Ridge, Church, Willow,
Mill, Sunset, Railroad, Jackson, River, Highland, Johnson, Dogwood, Chestnut, Spruce, Wilson, Meadow, Forest, Hickory,
Broadway, Park, Lincoln, Jefferson, Adams, Madison, Monroe, Franklin, Center, Prospect, Pleasant, Valley, Cherry, Poplar,
Birch, Sycamore, Magnolia, Laurel, Aspen, Juniper, Cypress, Hawthorn, Locust, Beech, Ash, Fairview, Lakeview, Riverside,
Hillcrest, Woodland, Orchard, Garden, Summit, Union, Liberty, Academy, College, School, Market, Water, Bridge, Canal, Grove,
Green, Court, Winding, Crescent, Colonial, Heritage, Canterbury, Windsor, Cambridge, Oxford, Essex, Sherwood, Devon,
Hampton, Brookside, Creekside, Bayview, Seaview, Harbor, Lighthouse, Cobblestone, Stone, Quarry, Granite, Copper, Silver,
Golden, Sunrise, Twilight, Mockingbird, Cardinal, Bluebird, Robin, Eagle, Falcon, Heron, Fox Hollow, Deer Run, Quail Creek,
Bear Creek, Clear Creek, Mill Pond, Old Farm, Country Club, Stonewall, Grand, Central, Commerce, Industrial, Airport,
Depot, Second, Third, Fourth, Fifth, Sixth, Seventh, Eighth, Ninth, Tenth)",
    .street_suffixes = "Street, Avenue, Road, Drive, Lane, Court, Boulevard, Place, Way, Circle, Terrace, Trail, Parkway",
};

const Locale& find_locale(std::string_view id) {
  static constexpr Locale kLocales[] = {{"en_US", &people_en_us, &places_en_us}};
  for (const Locale& locale : kLocales) {
    if (locale.id == id) return locale;
  }
  return kLocales[0];
}

}  // namespace datagen::generators
