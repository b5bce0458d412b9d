/// Names that mean the same and names that only look so, one pair a line: label, French, English.
enum TranslatedNames {
    static let equal = """
        ORG | Banque de France | Bank of France
        ORG | Banque d'Angleterre | Bank of England
        ORG | Banque nationale suisse | Swiss National Bank
        ORG | Banque nationale de Belgique | National Bank of Belgium
        ORG | Banque centrale turque | Central Bank of Turkey
        ORG | banque centrale du Brésil | Brazilian Central Bank
        ORG | Banque asiatique de développement | Asian Development Bank
        ORG | Banque africaine de développement | African Development Bank
        ORG | Banque européenne d'investissement | European Investment Bank
        ORG | université de Leyde | University of Leiden
        ORG | université de Leyde | Leiden University
        ORG | université de Londres | University of London
        ORG | université de Bologne | University of Bologna
        ORG | université de Göttingen | University of Göttingen
        ORG | université de Cracovie | University of Kraków
        ORG | université d'État de l'Ohio | Ohio State University
        ORG | université de Californie à Berkeley | University of California, Berkeley
        ORG | université libre de Berlin | Free University of Berlin
        ORG | université catholique d'Amérique | Catholic University of America
        ORG | Université hébraïque de Jérusalem | Hebrew University of Jerusalem
        ORG | Institut Pasteur | Pasteur Institute
        ORG | Institut de technologie du Massachusetts | Massachusetts Institute of Technology
        ORG | Académie royale de musique | Royal Academy of Music
        ORG | Académie des sciences de Russie | Russian Academy of Sciences
        ORG | Académie suédoise | Swedish Academy
        ORG | École de médecine de Harvard | Harvard Medical School
        ORG | ministère de la Justice des États-Unis | US Department of Justice
        ORG | ministère américain de la Justice | United States Department of Justice
        ORG | département de la Justice des États-Unis | U.S. Department of Justice
        ORG | département d'État américain | US State Department
        ORG | département d'État | State Department
        ORG | département d'État | Department of State
        ORG | ministère de la Justice | Justice Department
        ORG | ministère des Affaires étrangères | Ministry of Foreign Affairs
        ORG | ministère des Affaires étrangères | Foreign Ministry
        ORG | ministère russe des Affaires étrangères | Russian Foreign Ministry
        ORG | ministère chinois du Commerce | Chinese Ministry of Commerce
        ORG | ministère de la Défense | Ministry of Defence
        ORG | ministère ukrainien de la Défense | Ukrainian Defense Ministry
        ORG | ministère de l'Intérieur | Ministry of the Interior
        ORG | ministère de l'Éducation nationale | Ministry of National Education
        ORG | ministère de l'Éducation nationale | Ministry of Education
        ORG | ministère israélien de la Santé | Israeli Health Ministry
        ORG | ministère des Finances | Ministry of Finance
        ORG | ministère de l'Enseignement supérieur et de la Recherche | Ministry of Higher Education and Research
        ORG | département de la Sécurité intérieure | Department of Homeland Security
        ORG | Conseil de sécurité nationale | National Security Council
        ORG | Conseil de sécurité des Nations unies | United Nations Security Council
        ORG | Conseil de sécurité de l'ONU | UN Security Council
        ORG | Conseil européen | European Council
        ORG | Conseil de l'Europe | Council of Europe
        ORG | Conseil des ministres | Council of Ministers
        ORG | Commission européenne | European Commission
        ORG | Parlement européen | European Parliament
        ORG | Parlement du Canada | Parliament of Canada
        ORG | Parlement écossais | Scottish Parliament
        ORG | Cour européenne des droits de l'homme | European Court of Human Rights
        ORG | Cour suprême des États-Unis | US Supreme Court
        ORG | Cour suprême du Canada | Supreme Court of Canada
        ORG | Cour suprême israélienne | Israeli Supreme Court
        ORG | Cour pénale internationale | International Criminal Court
        ORG | Cour internationale de justice | International Court of Justice
        ORG | Cour d'appel | Court of Appeal
        ORG | Assemblée nationale | National Assembly
        ORG | Assemblée générale des Nations unies | United Nations General Assembly
        ORG | Chambre des représentants | House of Representatives
        ORG | Chambre des communes | House of Commons
        ORG | Chambre des lords | House of Lords
        ORG | Sénat | Senate
        ORG | Sénat romain | Roman Senate
        ORG | Congrès | Congress
        ORG | Congrès continental | Continental Congress
        ORG | Congrès national africain | African National Congress
        ORG | Croix-Rouge | Red Cross
        ORG | Croix-Rouge américaine | American Red Cross
        ORG | Croissant-Rouge palestinien | Palestinian Red Crescent
        ORG | Parti socialiste | Socialist Party
        ORG | Parti communiste chinois | Chinese Communist Party
        ORG | Parti communiste de l'Union soviétique | Communist Party of the Soviet Union
        ORG | Parti travailliste | Labour Party
        ORG | Parti conservateur | Conservative Party
        ORG | Parti démocrate | Democratic Party
        ORG | Parti républicain | Republican Party
        ORG | Parti vert | Green Party
        ORG | Parti populaire européen | European People's Party
        ORG | Parti libéral du Canada | Liberal Party of Canada
        ORG | Front de libération nationale | National Liberation Front
        ORG | Front populaire de libération de la Palestine | Popular Front for the Liberation of Palestine
        ORG | Organisation mondiale de la santé | World Health Organization
        ORG | Organisation mondiale du commerce | World Trade Organization
        ORG | Organisation internationale du travail | International Labour Organization
        ORG | Fonds monétaire international | International Monetary Fund
        ORG | Agence internationale de l'énergie atomique | International Atomic Energy Agency
        ORG | Agence spatiale européenne | European Space Agency
        ORG | Comité international olympique | International Olympic Committee
        ORG | Comité central | Central Committee
        ORG | Union africaine | African Union
        ORG | Union soviétique | Soviet Union
        ORG | Armée rouge | Red Army
        ORG | armée de l'air israélienne | Israeli Air Force
        ORG | marine royale | Royal Navy
        ORG | marine américaine | US Navy
        ORG | Garde nationale | National Guard
        ORG | Légion étrangère | Foreign Legion
        ORG | 2e division blindée | 2nd Armored Division
        ORG | Orchestre philharmonique de Vienne | Vienna Philharmonic Orchestra
        ORG | Orchestre symphonique de Londres | London Symphony Orchestra
        ORG | Église orthodoxe russe | Russian Orthodox Church
        ORG | ONU Femmes | UN Women
        ORG | Société royale | Royal Society
        ORG | Fondation Ford | Ford Foundation
        ORG | Ligue arabe | Arab League
        ORG | Ligue des champions | Champions League
        ORG | police de Londres | London Police
        LOC | basilique Saint-Pierre | St. Peter's Basilica
        LOC | cathédrale Saint-Paul | St Paul's Cathedral
        LOC | pont Charles | Charles Bridge
        LOC | pont Alexandre-III | Alexander III Bridge
        LOC | Tour Eiffel | Eiffel Tower
        LOC | pont du Golden Gate | Golden Gate Bridge
        LOC | Musée national de Tokyo | Tokyo National Museum
        LOC | musée d'histoire naturelle | Natural History Museum
        LOC | mer du Nord | North Sea
        LOC | mer Noire | Black Sea
        LOC | mer Baltique | Baltic Sea
        LOC | océan Indien | Indian Ocean
        LOC | océan Pacifique | Pacific Ocean
        LOC | Amérique du Sud | South America
        LOC | golfe du Mexique | Gulf of Mexico
        LOC | golfe Persique | Persian Gulf
        LOC | lac Michigan | Lake Michigan
        LOC | mont Everest | Mount Everest
        LOC | île de Wight | Isle of Wight
        LOC | cap de Bonne-Espérance | Cape of Good Hope
        LOC | canal de Suez | Suez Canal
        LOC | rivière Hudson | Hudson River
        LOC | royaume de Bohême | Kingdom of Bohemia
        LOC | royaume de Prusse | Kingdom of Prussia
        LOC | duché de Bourgogne | Duchy of Burgundy
        LOC | République française | French Republic
        LOC | Ve République | Fifth Republic
        LOC | Empire britannique | British Empire
        LOC | Cinquième Avenue | 5th Avenue
        LOC | Allemagne de l'Ouest | West Germany
        LOC | vallée de la Loire | Loire Valley
        LOC | parc national de Yellowstone | Yellowstone National Park
        LOC | comté d'Orange | Orange County
        LOC | aéroport de Genève | Geneva Airport
        LOC | vallée des Rois | Valley of the Kings
        EVENT | Seconde Guerre mondiale | World War II
        EVENT | Seconde Guerre mondiale | Second World War
        EVENT | Deuxième Guerre mondiale | World War Two
        EVENT | Première Guerre mondiale | First World War
        EVENT | guerre de Corée | Korean War
        EVENT | guerre du Vietnam | Vietnam War
        EVENT | guerre froide | Cold War
        EVENT | guerre civile espagnole | Spanish Civil War
        EVENT | guerre de Cent Ans | Hundred Years' War
        EVENT | guerre de Sept Ans | Seven Years' War
        EVENT | guerre des Six Jours | Six-Day War
        EVENT | guerre de Crimée | Crimean War
        EVENT | guerre franco-prussienne | Franco-Prussian War
        EVENT | guerre russo-japonaise | Russo-Japanese War
        EVENT | guerre du Péloponnèse | Peloponnesian War
        EVENT | guerres napoléoniennes | Napoleonic Wars
        EVENT | guerre Iran-Irak | Iran–Iraq War
        EVENT | Révolution française | French Revolution
        EVENT | révolution d'Octobre | October Revolution
        EVENT | bataille de la Marne | Battle of the Marne
        EVENT | bataille de Stalingrad | Battle of Stalingrad
        EVENT | bataille d'Alger | Battle of Algiers
        EVENT | siège de Vienne | Siege of Vienna
        EVENT | Troisième croisade | Third Crusade
        EVENT | concile de Trente | Council of Trent
        EVENT | concile Vatican II | Vatican II Council
        EVENT | congrès de Vienne | Congress of Vienna
        EVENT | Jeux olympiques d'été de 2012 | 2012 Summer Olympics
        EVENT | Coupe du monde 1998 | 1998 World Cup
        EVENT | Grand Prix de Monaco | Monaco Grand Prix
        EVENT | prix Nobel de la paix | Nobel Peace Prize
        LAW | traité de Versailles | Treaty of Versailles
        LAW | traité de Lisbonne | Lisbon Treaty
        LAW | accord de Paris | Paris Agreement
        LAW | accords de Genève | Geneva Accords
        LAW | Convention de Genève | Geneva Convention
        LAW | Déclaration universelle des droits de l'homme | Universal Declaration of Human Rights
        LAW | protocole de Kyoto | Kyoto Protocol
        ORG | Institut d'études démographiques | Institute of Demographic Studies
        ORG | Commission baleinière internationale | International Whaling Commission
        ORG | Conseil d'État | Council of State
        ORG | Conseil œcuménique des Églises | Ecumenical Council of Churches
        ORG | Agence russe antidopage | Russian Anti-Doping Agency
        EVENT | révolution de Velours | Velvet Revolution
        EVENT | Jeux panaméricains | Pan American Games
        PER | Mikhaïl Gorbatchev | Mikhail Gorbachev
        PER | Nikita Khrouchtchev | Nikita Khrushchev
        PER | Sergueï Choïgou | Sergei Shoigu
        PER | Viktor Ianoukovitch | Viktor Yanukovych
        PER | Iouri Andropov | Yuri Andropov
        PER | Moqtada al-Sadr | Muqtada al-Sadr
        PER | Bachar el-Assad | Bashar al-Assad
        PER | Hassan Rohani | Hassan Rohani
        PER | Mahmoud Chahroudi | Mahmoud Shahroudi
        PER | Gueorgui Tchitcherine | Georgy Chicherin
        PER | Andreï Kantchelskis | Andrei Kanchelskis
        PER | Tcherniakhovsky | Chernyakhovsky
        PER | Charles II d'Espagne | Charles II of Spain
        PER | Henri VIII | Henry VIII
        PER | Guillaume II | William II
        PER | Jean-Paul II | John Paul II
        PER | Élisabeth II | Elizabeth II
        PER | François Ier | Francis I
        PER | Frédéric-Guillaume Ier | Frederick William I
        PER | roi Édouard VII | King Edward VII
        PER | Pierre le Grand | Peter the Great
        PER | Guillaume le Conquérant | William the Conqueror
        PER | Ivan le Terrible | Ivan the Terrible
        PER | saint Augustin | Saint Augustine
        PER | saint Étienne | St. Stephen
        PER | François d'Assise | Francis of Assisi
        PER | Guillaume d'Orange | William of Orange
        PER | pape Grégoire XIII | Pope Gregory XIII
        PER | Nicolas II de Russie | Nicholas II of Russia
        WORK | La Bataille d'Alger | The Battle of Algiers
        """

    static let unequal = """
        ORG | Conseil de l'Europe | European Council
        ORG | Conseil européen | Council of Europe
        ORG | Banque de France | Bank of Finland
        ORG | Banque mondiale | World Trade Bank
        ORG | Banque nationale de Suisse | Bank of Switzerland
        ORG | université de Leyde | University of Leicester
        ORG | université de Londres | University College London
        ORG | université libre de Bruxelles | Free University of Berlin
        ORG | université de New York | State University of New York
        ORG | université de Washington | University of Washington in St. Louis
        ORG | université de Pennsylvanie | Pennsylvania State University
        ORG | ministère de la Justice | US Department of Justice
        ORG | ministère français de la Justice | US Department of Justice
        ORG | ministère de la Justice | Ministry of Defence
        ORG | ministère de l'Intérieur | Department of the Interior
        ORG | ministère français de l'Intérieur | US Department of the Interior
        ORG | ministère de la Défense | Defense Intelligence Agency
        ORG | ministère de la Santé | Ministry of Public Works
        ORG | ministère des Finances | Finance Committee
        ORG | département d'État | Department of Education
        ORG | Conseil de sécurité | National Security Council
        ORG | Conseil national | National Security Council
        ORG | Cour suprême | High Court
        ORG | Cour suprême des États-Unis | Supreme Court of Canada
        ORG | Cour suprême des États-Unis | Supreme Court
        ORG | Cour pénale internationale | International Court of Justice
        ORG | Cour européenne des droits de l'homme | European Court of Justice
        ORG | Cour d'appel | Court of Auditors
        ORG | Assemblée nationale | General Assembly
        ORG | Assemblée nationale | Council of the Nation
        ORG | Chambre des communes | House of Lords
        ORG | Chambre des représentants | House of Commons
        ORG | Parlement européen | Parliament
        ORG | Parlement européen | European Union
        ORG | Sénat | Congress
        ORG | Parti socialiste | Social Democratic Party
        ORG | Parti socialiste | Socialist Workers Party
        ORG | Parti démocrate | Republican Party
        ORG | Parti démocrate-chrétien | Democratic Party
        ORG | Parti libéral | Liberal Democratic Party
        ORG | Parti communiste chinois | Chinese Nationalist Party
        ORG | Parti communiste français | Communist Party of China
        ORG | Parti populaire | People's Republic
        ORG | Parti vert | Red Party
        ORG | Front national | National Union
        ORG | Croix-Rouge | Red Crescent
        ORG | Croix-Rouge américaine | British Red Cross
        ORG | Organisation mondiale de la santé | World Trade Organization
        ORG | Organisation internationale du travail | International Labour Office
        ORG | Union africaine | South African Union
        ORG | Agence spatiale européenne | European Environment Agency
        ORG | armée de l'air | Army
        ORG | marine royale | Royal Air Force
        ORG | 2e division blindée | 3rd Armored Division
        ORG | Église orthodoxe russe | Greek Orthodox Church
        ORG | Le Monde | The World
        ORG | Le Monde | World
        ORG | Air France | Air Canada
        ORG | Société générale | General Company
        ORG | La Poste | The Post
        ORG | Orange | Oranges
        ORG | Banque | Bank
        LOC | mer du Nord | Northern Lake
        LOC | mer Noire | Red Sea
        LOC | mer Morte | Black Sea
        LOC | Corée du Nord | South Korea
        LOC | Afrique du Sud | Southern Africa
        LOC | Amérique du Nord | South America
        LOC | océan Atlantique | Pacific Ocean
        LOC | golfe du Mexique | Persian Gulf
        LOC | île de Man | Isle of Wight
        LOC | royaume de Bohême | Kingdom of Bavaria
        LOC | Ve République | Fourth Republic
        LOC | Cinquième Avenue | 7th Avenue
        LOC | Guinée | Guinea-Bissau
        LOC | Guinée équatoriale | Guinea
        LOC | République du Congo | Democratic Republic of the Congo
        LOC | République dominicaine | Dominica
        LOC | basilique Saint-Pierre | St. Paul's Basilica
        LOC | cathédrale Saint-Pierre | St. Peter's Basilica
        LOC | Paris | London
        LOC | Géorgie du Sud | Georgia
        EVENT | Seconde Guerre mondiale | World War I
        EVENT | Première Guerre mondiale | World War II
        EVENT | guerre de Corée | Vietnam War
        EVENT | guerre de Cent Ans | Thirty Years' War
        EVENT | guerre civile espagnole | American Civil War
        EVENT | Révolution française | Russian Revolution
        EVENT | révolution d'Octobre | February Revolution
        EVENT | bataille de Verdun | Siege of Verdun
        EVENT | Jeux olympiques d'été de 2012 | 2012 Winter Olympics
        EVENT | Jeux olympiques d'hiver de 2010 | 2014 Winter Olympics
        EVENT | Coupe du monde 1998 | 2002 World Cup
        EVENT | concile Vatican II | First Vatican Council
        LAW | traité de Versailles | Treaty of Vienna
        LAW | traité de Lisbonne | Lisbon Agreement
        NORP | Français | Germans
        PER | Charles II d'Espagne | Charles II of England
        PER | Charles Martin | Charles II
        PER | Henri VIII | Henry VII
        PER | Pierre Martin | Peter Martin
        PER | Jean Charles | John Charles
        PER | Guillaume Dupont | William Dupont
        PER | Pierre de Villiers | Peter de Villiers
        PER | Pierre le Grand | Peter Grand
        PER | Marie Dupont | Mary Dupont
        PER | Jean-Paul Martin | John Paul Martin
        PER | Paris | Paris
        PER | Raymond Roussel | Raymond Russell
        PER | Alexandre Dupont | Alexander Dupont
        PER | Nicolas Boucher | Nicholas Bucher
        PER | Victor Martine | Viktor Martin
        PER | Mohamed Ali | Muhammad Ali
        PER | Mikhaïl Gorbatchev | Mikhail Gorbunov
        PER | Sergueï Ivanov | Andrei Ivanov
        PER | Rousseau | Russo
        ORG | Conseil d'État | State Council
        ORG | Ligue 1 | Premier League
        ORG | Société des Nations | Nations League
        ORG | marines américains | US Navy
        LOC | Normandie | Norman
        NORP | Écossais | British
        """
}
