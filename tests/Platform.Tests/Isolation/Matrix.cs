namespace Platform.Tests.Isolation;

/// <summary>Who gets what, for every address and every form of the application. Routing says which rows there must be: one that is
/// missing, or left over, fails.
/// <para>Columns: nobody is signed in; Bob reads; Rémi is a referent; Fanny facilitates; Alice administers; Charlie administers another
/// space. "path": Alice, in her space, puts Charlie's space's identifiers in the address; "ids": in the form, the query and headers.</para>
/// <para>Words: a status; "login" is a redirection to the sign-in page; "·" is nothing to try. A form that is accepted redirects (302).</para></summary>
internal static class Matrix
{
    public const string Table = """
        | address                                                      | verb                   | nobody | Bob   | Rémi  | Fanny | Alice | Charlie | path  | ids   |
        | /                                                            | GET                    | 200    | 200   | 200   | 200   | 200   | 200     | ·     | 200   |
        | ~/                                                           | GET                    | 200    | 200   | 200   | 200   | 200   | 200     | ·     | 200   |
        | ~/acces                                                      | GET                    | login  | 403   | 403   | 403   | 200   | 404     | ·     | 200   |
        | ~/acces                                                      | GET Export             | login  | 403   | 403   | 403   | 200   | 404     | ·     | 200   |
        | ~/acces/nouveau                                              | GET                    | login  | 403   | 403   | 403   | 200   | 404     | ·     | 200   |
        | ~/acces/nouveau                                              | POST                   | login  | 403   | 403   | 403   | 302   | 404     | ·     | 422   |
        | ~/acces/{id:guid}                                            | GET                    | login  | 403   | 403   | 403   | 200   | 404     | 404   | 200   |
        | ~/acces/{id:guid}                                            | POST                   | login  | 403   | 403   | 403   | 302   | 404     | 404   | 422   |
        | ~/acces/{id:guid}                                            | POST Again             | login  | 403   | 403   | 403   | 422   | 404     | 404   | 422   |
        | ~/acces/{id:guid}                                            | POST End               | login  | 403   | 403   | 403   | 422   | 404     | 404   | 422   |
        | ~/acces/{id:guid}                                            | POST Resume            | login  | 403   | 403   | 403   | 302   | 404     | 404   | 302   |
        | ~/acces/{id:guid}                                            | POST Withdraw          | login  | 403   | 403   | 403   | 422   | 404     | 404   | 422   |
        | */accessibilite                                              | GET                    | 200    | 200   | 200   | 200   | 200   | 200     | ·     | 200   |
        | ~/boite-aux-lettres                                          | GET                    | 404    | 404   | 404   | 404   | 404   | 404     | ·     | 404   |
        | ~/boite-aux-lettres/{id:guid}                                | GET                    | 404    | 404   | 404   | 404   | 404   | 404     | 404   | 404   |
        | ~/boite-aux-lettres/{id:guid}                                | GET Html               | 404    | 404   | 404   | 404   | 404   | 404     | 404   | 404   |
        | ~/cadres                                                     | GET                    | login  | 200   | 200   | 200   | 200   | 404     | ·     | 200   |
        | ~/cadres                                                     | GET Export             | login  | 200   | 200   | 200   | 200   | 404     | ·     | 200   |
        | ~/cadres/nouveau                                             | GET                    | login  | 403   | 403   | 200   | 200   | 404     | ·     | 200   |
        | ~/cadres/nouveau                                             | POST                   | login  | 403   | 403   | 302   | 302   | 404     | ·     | 302   |
        | ~/cadres/objectifs/{id:guid}                                 | GET                    | login  | 200   | 200   | 200   | 200   | 404     | 404   | 200   |
        | ~/cadres/objectifs/{id:guid}                                 | POST                   | login  | 403   | 403   | 422   | 422   | 404     | 404   | 422   |
        | ~/cadres/objectifs/{id:guid}                                 | POST Remove            | login  | 403   | 403   | 422   | 422   | 404     | 404   | 422   |
        | ~/cadres/objectifs/{id:guid}                                 | POST RemoveValue       | login  | 403   | 403   | 302   | 302   | 404     | 404   | 404   |
        | ~/cadres/objectifs/{id:guid}/modifier                        | GET                    | login  | 403   | 403   | 200   | 200   | 404     | 404   | 200   |
        | ~/cadres/objectifs/{id:guid}/modifier                        | POST                   | login  | 403   | 403   | 422   | 422   | 404     | 404   | 422   |
        | ~/cadres/objectifs/{id:guid}/releves/{value:guid}            | GET                    | login  | 403   | 403   | 200   | 200   | 404     | 404   | 200   |
        | ~/cadres/objectifs/{id:guid}/releves/{value:guid}            | POST                   | login  | 403   | 403   | 302   | 302   | 404     | 404   | 302   |
        | ~/cadres/themes                                              | GET                    | login  | 200   | 200   | 200   | 200   | 404     | ·     | 200   |
        | ~/cadres/themes                                              | POST Remove            | login  | 403   | 403   | 422   | 422   | 404     | ·     | 404   |
        | ~/cadres/themes/nouveau                                      | GET                    | login  | 403   | 403   | 200   | 200   | 404     | ·     | 200   |
        | ~/cadres/themes/nouveau                                      | POST                   | login  | 403   | 403   | 302   | 302   | 404     | ·     | 422   |
        | ~/cadres/themes/{id:guid}                                    | GET                    | login  | 403   | 403   | 200   | 200   | 404     | 404   | 200   |
        | ~/cadres/themes/{id:guid}                                    | POST                   | login  | 403   | 403   | 302   | 302   | 404     | 404   | 422   |
        | ~/cadres/{framework:guid}/objectifs/nouveau                  | GET                    | login  | 403   | 403   | 200   | 200   | 404     | 404   | 200   |
        | ~/cadres/{framework:guid}/objectifs/nouveau                  | POST                   | login  | 403   | 403   | 302   | 302   | 404     | 404   | 422   |
        | ~/cadres/{id:guid}                                           | GET                    | login  | 200   | 200   | 200   | 200   | 404     | 404   | 200   |
        | ~/cadres/{id:guid}                                           | POST Archive           | login  | 403   | 403   | 302   | 302   | 404     | 404   | 302   |
        | ~/cadres/{id:guid}                                           | POST RemoveAxis        | login  | 403   | 403   | 422   | 422   | 404     | 404   | 404   |
        | ~/cadres/{id:guid}                                           | POST Restore           | login  | 403   | 403   | 302   | 302   | 404     | 404   | 302   |
        | ~/cadres/{id:guid}/axes/nouveau                              | GET                    | login  | 403   | 403   | 200   | 200   | 404     | 404   | 200   |
        | ~/cadres/{id:guid}/axes/nouveau                              | POST                   | login  | 403   | 403   | 302   | 302   | 404     | 404   | 302   |
        | ~/cadres/{id:guid}/axes/{axis:guid}                          | GET                    | login  | 403   | 403   | 200   | 200   | 404     | 404   | 200   |
        | ~/cadres/{id:guid}/axes/{axis:guid}                          | POST                   | login  | 403   | 403   | 302   | 302   | 404     | 404   | 302   |
        | ~/cadres/{id:guid}/modifier                                  | GET                    | login  | 403   | 403   | 200   | 200   | 404     | 404   | 200   |
        | ~/cadres/{id:guid}/modifier                                  | POST                   | login  | 403   | 403   | 302   | 302   | 404     | 404   | 302   |
        | ~/coalitions                                                 | GET                    | login  | 200   | 200   | 200   | 200   | 404     | ·     | 200   |
        | ~/coalitions                                                 | GET Export             | login  | 200   | 200   | 200   | 200   | 404     | ·     | 200   |
        | ~/coalitions/guide                                           | GET                    | login  | 403   | 403   | 200   | 200   | 404     | ·     | 200   |
        | ~/coalitions/guide                                           | POST Commitment        | login  | 403   | 403   | 302   | 302   | 404     | ·     | 404   |
        | ~/coalitions/guide                                           | POST Functioning       | login  | 403   | 403   | 302   | 302   | 404     | ·     | 404   |
        | ~/coalitions/guide                                           | POST Launch            | login  | 403   | 403   | 302   | 302   | 404     | ·     | 404   |
        | ~/coalitions/guide                                           | POST Support           | login  | 403   | 403   | 302   | 302   | 404     | ·     | 404   |
        | ~/coalitions/nouvelle                                        | GET                    | login  | 403   | 403   | 200   | 200   | 404     | ·     | 200   |
        | ~/coalitions/nouvelle                                        | POST                   | login  | 403   | 403   | 422   | 422   | 404     | ·     | 422   |
        | ~/coalitions/{id:guid}                                       | GET                    | login  | 200   | 200   | 200   | 200   | 404     | 404   | 200   |
        | ~/coalitions/{id:guid}                                       | POST Take              | login  | 403   | 403   | 302   | 302   | 404     | 404   | 404   |
        | ~/coalitions/{id:guid}                                       | POST Undo              | login  | 403   | 403   | 302   | 302   | 404     | 404   | 404   |
        | ~/coalitions/{id:guid}/animation                             | GET                    | login  | 403   | 403   | 200   | 200   | 404     | 404   | 200   |
        | ~/coalitions/{id:guid}/animation                             | POST                   | login  | 403   | 403   | 422   | 422   | 404     | 404   | 422   |
        | ~/coalitions/{id:guid}/animation                             | POST End               | login  | 403   | 403   | 302   | 302   | 404     | 404   | 404   |
        | ~/coalitions/{id:guid}/animation                             | POST Remove            | login  | 403   | 403   | 302   | 302   | 404     | 404   | 404   |
        | ~/coalitions/{id:guid}/demandes/nouvelle                     | GET                    | login  | 403   | 403   | 200   | 200   | 404     | 404   | 200   |
        | ~/coalitions/{id:guid}/demandes/nouvelle                     | POST                   | login  | 403   | 403   | 302   | 302   | 404     | 404   | 302   |
        | ~/coalitions/{id:guid}/documents                             | GET                    | login  | 200   | 200   | 200   | 200   | 404     | 404   | 200   |
        | ~/coalitions/{id:guid}/documents/ajouter                     | GET                    | login  | 403   | 403   | 200   | 200   | 404     | 404   | 200   |
        | ~/coalitions/{id:guid}/documents/ajouter                     | POST                   | login  | 403   | 403   | 302   | 302   | 404     | 404   | 302   |
        | ~/coalitions/{id:guid}/etapes/{line:guid}                    | GET                    | login  | 403   | 403   | 200   | 200   | 404     | 404   | 200   |
        | ~/coalitions/{id:guid}/etapes/{line:guid}                    | POST                   | login  | 403   | 403   | 302   | 302   | 404     | 404   | 302   |
        | ~/coalitions/{id:guid}/etat                                  | GET                    | login  | 403   | 403   | 200   | 200   | 404     | 404   | 200   |
        | ~/coalitions/{id:guid}/etat                                  | POST                   | login  | 403   | 403   | 302   | 302   | 404     | 404   | 302   |
        | ~/coalitions/{id:guid}/fiche                                 | GET                    | login  | 200   | 200   | 200   | 200   | 404     | 404   | 200   |
        | ~/coalitions/{id:guid}/fonctionnement                        | GET                    | login  | 403   | 403   | 200   | 200   | 404     | 404   | 200   |
        | ~/coalitions/{id:guid}/fonctionnement                        | POST                   | login  | 403   | 403   | 302   | 302   | 404     | 404   | 404   |
        | ~/coalitions/{id:guid}/membres/ajouter                       | GET                    | login  | 403   | 403   | 200   | 200   | 404     | 404   | 200   |
        | ~/coalitions/{id:guid}/membres/ajouter                       | POST                   | login  | 403   | 403   | 422   | 422   | 404     | 404   | 422   |
        | ~/coalitions/{id:guid}/membres/{member:guid}                 | GET                    | login  | 403   | 403   | 200   | 200   | 404     | 404   | 200   |
        | ~/coalitions/{id:guid}/membres/{member:guid}                 | POST                   | login  | 403   | 403   | 302   | 302   | 404     | 404   | 302   |
        | ~/coalitions/{id:guid}/membres/{member:guid}                 | POST Remove            | login  | 403   | 403   | 302   | 302   | 404     | 404   | 302   |
        | ~/coalitions/{id:guid}/modifier                              | GET                    | login  | 403   | 403   | 200   | 200   | 404     | 404   | 200   |
        | ~/coalitions/{id:guid}/modifier                              | POST                   | login  | 403   | 403   | 302   | 302   | 404     | 404   | 422   |
        | ~/coalitions/{id:guid}/rythme                                | GET                    | login  | 403   | 403   | 200   | 200   | 404     | 404   | 200   |
        | ~/coalitions/{id:guid}/rythme                                | POST                   | login  | 403   | 403   | 302   | 302   | 404     | 404   | 302   |
        | ~/coalitions/{id:guid}/rythme                                | POST Remove            | login  | 403   | 403   | 302   | 302   | 404     | 404   | 302   |
        | ~/coalitions/{id:guid}/validations/nouvelle                  | GET                    | login  | 403   | 403   | 200   | 200   | 404     | 404   | 200   |
        | ~/coalitions/{id:guid}/validations/nouvelle                  | POST                   | login  | 403   | 403   | 422   | 422   | 404     | 404   | 422   |
        | ~/coalitions/{id:guid}/validations/{round:guid}              | GET                    | login  | 200   | 200   | 200   | 200   | 404     | 404   | 200   |
        | ~/coalitions/{id:guid}/validations/{round:guid}              | POST                   | login  | 403   | 403   | 302   | 302   | 404     | 404   | 422   |
        | ~/coalitions/{id:guid}/validations/{round:guid}              | POST Close             | login  | 403   | 403   | 302   | 302   | 404     | 404   | 302   |
        | */connexion                                                  | GET                    | 200    | 200   | 200   | 200   | 200   | 200     | ·     | 200   |
        | */connexion                                                  | POST                   | 422    | 422   | 422   | 422   | 422   | 422     | ·     | 422   |
        | */connexion                                                  | POST Passkey           | 422    | 422   | 422   | 422   | 422   | 422     | ·     | 422   |
        | */connexion                                                  | POST Persona           | 404    | 404   | 404   | 404   | 404   | 404     | ·     | 404   |
        | */connexion                                                  | POST Step              | 422    | 422   | 422   | 422   | 422   | 422     | ·     | 422   |
        | ~/decisions                                                  | GET                    | login  | 200   | 200   | 200   | 200   | 404     | ·     | 200   |
        | ~/decisions                                                  | GET Export             | login  | 200   | 200   | 200   | 200   | 404     | ·     | 200   |
        | ~/decisions                                                  | GET Scdl               | login  | 200   | 200   | 200   | 200   | 404     | ·     | 200   |
        | ~/decisions/nouvelle                                         | GET                    | login  | 403   | 403   | 200   | 200   | 404     | ·     | 200   |
        | ~/decisions/nouvelle                                         | POST                   | login  | 403   | 403   | 302   | 302   | 404     | ·     | 422   |
        | ~/decisions/regles                                           | GET                    | login  | 403   | 403   | 403   | 200   | 404     | ·     | 200   |
        | ~/decisions/regles                                           | POST                   | login  | 403   | 403   | 403   | 302   | 404     | ·     | 302   |
        | ~/decisions/{id:guid}                                        | GET                    | login  | 200   | 200   | 200   | 200   | 404     | 404   | 200   |
        | ~/decisions/{id:guid}                                        | POST Link              | login  | 403   | 403   | 302   | 302   | 404     | 404   | 302   |
        | ~/decisions/{id:guid}/declinaison                            | GET                    | login  | 403   | 403   | 200   | 200   | 404     | 404   | 200   |
        | ~/decisions/{id:guid}/declinaison                            | POST                   | login  | 403   | 403   | 302   | 302   | 404     | 404   | 422   |
        | ~/decisions/{id:guid}/declinaison/{ligne:guid}               | GET                    | login  | 403   | 403   | 200   | 200   | 404     | 404   | 200   |
        | ~/decisions/{id:guid}/declinaison/{ligne:guid}               | POST                   | login  | 403   | 403   | 302   | 302   | 404     | 404   | 302   |
        | ~/decisions/{id:guid}/declinaison/{ligne:guid}/documents/ajouter | GET                    | login  | 403   | 403   | 200   | 200   | 404     | 404   | 200   |
        | ~/decisions/{id:guid}/declinaison/{ligne:guid}/documents/ajouter | POST                   | login  | 403   | 403   | 302   | 302   | 404     | 404   | 302   |
        | ~/decisions/{id:guid}/modifier                               | GET                    | login  | 403   | 403   | 200   | 200   | 404     | 404   | 200   |
        | ~/decisions/{id:guid}/modifier                               | POST                   | login  | 403   | 403   | 302   | 302   | 404     | 404   | 302   |
        | ~/declinaison                                                | GET                    | login  | 200   | 200   | 200   | 200   | 404     | ·     | 200   |
        | ~/declinaison                                                | GET Export             | login  | 200   | 200   | 200   | 200   | 404     | ·     | 200   |
        | */deconnexion                                                | GET                    | 302    | 302   | 302   | 302   | 302   | 302     | ·     | 302   |
        | */deconnexion                                                | POST                   | 302    | 302   | 302   | 302   | 302   | 302     | ·     | 302   |
        | ~/demandes                                                   | GET                    | login  | 200   | 200   | 200   | 200   | 404     | ·     | 200   |
        | ~/demandes                                                   | GET Export             | login  | 200   | 200   | 200   | 200   | 404     | ·     | 200   |
        | ~/demandes/{id:guid}                                         | GET                    | login  | 200   | 200   | 200   | 200   | 404     | 404   | 200   |
        | ~/demandes/{id:guid}                                         | POST                   | login  | 403   | 403   | 302   | 302   | 404     | 404   | 422   |
        | ~/documents/{id:guid}                                        | GET                    | login  | 200   | 200   | 200   | 200   | 404     | 404   | 200   |
        | ~/documents/{id:guid}/modifier                               | GET                    | login  | 403   | 403   | 200   | 200   | 404     | 404   | 200   |
        | ~/documents/{id:guid}/modifier                               | POST                   | login  | 403   | 403   | 302   | 302   | 404     | 404   | 302   |
        | ~/documents/{id:guid}/modifier                               | POST Remove            | login  | 403   | 403   | 302   | 302   | 404     | 404   | 302   |
        | */donnees-personnelles                                       | GET                    | 200    | 200   | 200   | 200   | 200   | 200     | ·     | 200   |
        | ~/engagements                                                | GET                    | login  | 200   | 200   | 200   | 200   | 404     | ·     | 200   |
        | ~/engagements                                                | GET Export             | login  | 200   | 200   | 200   | 200   | 404     | ·     | 200   |
        | ~/engagements                                                | GET Values             | login  | 200   | 200   | 200   | 200   | 404     | ·     | 200   |
        | ~/engagements/ensemble                                       | GET                    | login  | 403   | 403   | 200   | 200   | 404     | ·     | 200   |
        | ~/engagements/ensemble                                       | GET Export             | login  | 200   | 200   | 200   | 200   | 404     | ·     | 200   |
        | ~/engagements/ensemble                                       | POST Classify          | login  | 403   | 403   | 302   | 302   | 404     | ·     | 422   |
        | ~/engagements/ensemble                                       | POST Entrust           | login  | 403   | 403   | 302   | 302   | 404     | ·     | 422   |
        | ~/engagements/ensemble                                       | POST Pace              | login  | 403   | 403   | 302   | 302   | 404     | ·     | 422   |
        | ~/engagements/ensemble                                       | POST Undo              | login  | 403   | 403   | 302   | 302   | 404     | ·     | 302   |
        | ~/engagements/nouveau                                        | GET                    | login  | 403   | 403   | 200   | 200   | 404     | ·     | 200   |
        | ~/engagements/nouveau                                        | GET Similar            | login  | 200   | 200   | 200   | 200   | 404     | ·     | 200   |
        | ~/engagements/nouveau                                        | POST                   | login  | 403   | 403   | 302   | 302   | 404     | ·     | 404   |
        | ~/engagements/{id:guid}                                      | GET                    | login  | 200   | 200   | 200   | 200   | 404     | 404   | 200   |
        | ~/engagements/{id:guid}                                      | POST Done              | login  | 403   | 403   | 302   | 302   | 404     | 404   | 404   |
        | ~/engagements/{id:guid}                                      | POST Down              | login  | 403   | 403   | 302   | 302   | 404     | 404   | 404   |
        | ~/engagements/{id:guid}                                      | POST Move              | login  | 403   | 403   | 302   | 302   | 404     | 404   | 302   |
        | ~/engagements/{id:guid}                                      | POST News              | login  | 403   | 403   | 302   | 302   | 404     | 404   | 422   |
        | ~/engagements/{id:guid}                                      | POST Undo              | login  | 403   | 403   | 302   | 302   | 404     | 404   | 404   |
        | ~/engagements/{id:guid}                                      | POST Up                | login  | 403   | 403   | 302   | 302   | 404     | 404   | 404   |
        | ~/engagements/{id:guid}/documents                            | GET                    | login  | 200   | 200   | 200   | 200   | 404     | 404   | 200   |
        | ~/engagements/{id:guid}/documents/ajouter                    | GET                    | login  | 403   | 403   | 200   | 200   | 404     | 404   | 200   |
        | ~/engagements/{id:guid}/documents/ajouter                    | POST                   | login  | 403   | 403   | 302   | 302   | 404     | 404   | 302   |
        | ~/engagements/{id:guid}/etat/{etat}                          | GET                    | login  | 403   | 403   | 200   | 200   | 404     | 404   | 200   |
        | ~/engagements/{id:guid}/etat/{etat}                          | POST                   | login  | 403   | 403   | 302   | 302   | 404     | 404   | 302   |
        | ~/engagements/{id:guid}/histoire                             | GET                    | login  | 200   | 200   | 200   | 200   | 404     | 404   | 200   |
        | ~/engagements/{id:guid}/indicateurs/ajouter                  | GET                    | login  | 403   | 403   | 200   | 200   | 404     | 404   | 200   |
        | ~/engagements/{id:guid}/indicateurs/ajouter                  | POST                   | login  | 403   | 403   | 302   | 302   | 404     | 404   | 302   |
        | ~/engagements/{id:guid}/indicateurs/{indicator:guid}         | GET                    | login  | 403   | 403   | 200   | 200   | 404     | 404   | 200   |
        | ~/engagements/{id:guid}/indicateurs/{indicator:guid}         | POST                   | login  | 403   | 403   | 302   | 302   | 404     | 404   | 302   |
        | ~/engagements/{id:guid}/indicateurs/{indicator:guid}/valeurs | GET                    | login  | 403   | 403   | 200   | 200   | 404     | 404   | 200   |
        | ~/engagements/{id:guid}/indicateurs/{indicator:guid}/valeurs | POST                   | login  | 403   | 403   | 302   | 302   | 404     | 404   | 302   |
        | ~/engagements/{id:guid}/mesures/ajouter                      | GET                    | login  | 403   | 403   | 200   | 200   | 404     | 404   | 200   |
        | ~/engagements/{id:guid}/mesures/ajouter                      | POST                   | login  | 403   | 403   | 302   | 302   | 404     | 404   | 302   |
        | ~/engagements/{id:guid}/mesures/{measure:guid}               | GET                    | login  | 403   | 403   | 200   | 200   | 404     | 404   | 200   |
        | ~/engagements/{id:guid}/mesures/{measure:guid}               | POST                   | login  | 403   | 403   | 302   | 302   | 404     | 404   | 422   |
        | ~/engagements/{id:guid}/mesures/{measure:guid}               | POST Drop              | login  | 403   | 403   | 302   | 302   | 404     | 404   | 302   |
        | ~/engagements/{id:guid}/mesures/{measure:guid}/documents/ajouter | GET                    | login  | 403   | 403   | 200   | 200   | 404     | 404   | 200   |
        | ~/engagements/{id:guid}/mesures/{measure:guid}/documents/ajouter | POST                   | login  | 403   | 403   | 302   | 302   | 404     | 404   | 302   |
        | ~/engagements/{id:guid}/mesures/{measure:guid}/verification  | GET                    | login  | 403   | 403   | 200   | 200   | 404     | 404   | 200   |
        | ~/engagements/{id:guid}/mesures/{measure:guid}/verification  | POST                   | login  | 403   | 403   | 302   | 302   | 404     | 404   | 302   |
        | ~/engagements/{id:guid}/mesures/{measure:guid}/verification  | POST Withdraw          | login  | 403   | 403   | 422   | 422   | 404     | 404   | 422   |
        | ~/engagements/{id:guid}/modifier                             | GET                    | login  | 403   | 403   | 200   | 200   | 404     | 404   | 200   |
        | ~/engagements/{id:guid}/modifier                             | POST                   | login  | 403   | 403   | 302   | 302   | 404     | 404   | 422   |
        | ~/engagements/{id:guid}/nouvelles                            | GET                    | login  | 403   | 403   | 200   | 200   | 404     | 404   | 200   |
        | ~/engagements/{id:guid}/nouvelles                            | POST                   | login  | 403   | 403   | 302   | 302   | 404     | 404   | 422   |
        | ~/engagements/{id:guid}/nouvelles/{update:guid}              | GET                    | login  | 403   | 403   | 200   | 200   | 404     | 404   | 200   |
        | ~/engagements/{id:guid}/nouvelles/{update:guid}              | POST                   | login  | 403   | 403   | 302   | 302   | 404     | 404   | 422   |
        | ~/engagements/{id:guid}/nouvelles/{update:guid}/documents/ajouter | GET                    | login  | 403   | 403   | 200   | 200   | 404     | 404   | 200   |
        | ~/engagements/{id:guid}/nouvelles/{update:guid}/documents/ajouter | POST                   | login  | 403   | 403   | 302   | 302   | 404     | 404   | 302   |
        | ~/engagements/{id:guid}/nouvelles/{update:guid}/verification | GET                    | login  | 403   | 403   | 200   | 200   | 404     | 404   | 200   |
        | ~/engagements/{id:guid}/nouvelles/{update:guid}/verification | POST                   | login  | 403   | 403   | 302   | 302   | 404     | 404   | 302   |
        | ~/engagements/{id:guid}/nouvelles/{update:guid}/verification | POST Withdraw          | login  | 403   | 403   | 422   | 422   | 404     | 404   | 422   |
        | ~/engagements/{id:guid}/reponse                              | GET                    | login  | 403   | 403   | 200   | 200   | 404     | 404   | 200   |
        | ~/engagements/{id:guid}/reponse                              | POST                   | login  | 403   | 403   | 302   | 302   | 404     | 404   | 302   |
        | ~/engagements/{id:guid}/reponse                              | POST Withdraw          | login  | 403   | 403   | 302   | 302   | 404     | 404   | 302   |
        | ~/engagements/{id:guid}/verification                         | GET                    | login  | 403   | 403   | 200   | 200   | 404     | 404   | 200   |
        | ~/engagements/{id:guid}/verification                         | POST                   | login  | 403   | 403   | 302   | 302   | 404     | 404   | 302   |
        | ~/engagements/{id:guid}/verification                         | POST Withdraw          | login  | 403   | 403   | 422   | 422   | 404     | 404   | 422   |
        | /espaces/nouveau                                             | GET                    | login  | 403   | 403   | 403   | 403   | 403     | ·     | 403   |
        | /espaces/nouveau                                             | POST                   | login  | 403   | 403   | 403   | 403   | 403     | ·     | 403   |
        | /espaces/travaux                                             | GET                    | login  | 403   | 403   | 403   | 403   | 403     | ·     | 403   |
        | */favicon.ico                                                | GET                    | 302    | 302   | 302   | 302   | 302   | 302     | ·     | 302   |
        | ~/forum                                                      | GET                    | login  | 200   | 200   | 200   | 200   | 404     | ·     | 200   |
        | ~/forum                                                      | POST Open              | login  | 403   | 403   | 403   | 302   | 404     | ·     | 404   |
        | ~/forum/nouvelle                                             | GET                    | login  | 403   | 403   | 403   | 200   | 404     | ·     | 200   |
        | ~/forum/nouvelle                                             | POST                   | login  | 403   | 403   | 403   | 302   | 404     | ·     | 422   |
        | ~/forum/series/nouvelle                                      | GET                    | login  | 403   | 403   | 403   | 200   | 404     | ·     | 200   |
        | ~/forum/series/nouvelle                                      | POST                   | login  | 403   | 403   | 403   | 302   | 404     | ·     | 404   |
        | ~/forum/series/{id:guid}                                     | GET                    | login  | 403   | 403   | 403   | 200   | 404     | 404   | 200   |
        | ~/forum/series/{id:guid}                                     | POST                   | login  | 403   | 403   | 403   | 302   | 404     | 404   | 404   |
        | ~/forum/series/{id:guid}                                     | POST End               | login  | 403   | 403   | 403   | 302   | 404     | 404   | 302   |
        | ~/forum/{id:guid}                                            | GET                    | login  | 200   | 200   | 200   | 200   | 404     | 404   | 200   |
        | ~/forum/{id:guid}                                            | POST Add               | login  | 403   | 403   | 403   | 302   | 404     | 404   | 302   |
        | ~/forum/{id:guid}                                            | POST Attach            | login  | 403   | 403   | 403   | 422   | 404     | 404   | 404   |
        | ~/forum/{id:guid}                                            | POST Cancel            | login  | 403   | 403   | 403   | 302   | 404     | 404   | 302   |
        | ~/forum/{id:guid}                                            | POST Do                | login  | 403   | 403   | 403   | 302   | 404     | 404   | 404   |
        | ~/forum/{id:guid}                                            | POST Move              | login  | 403   | 403   | 403   | 302   | 404     | 404   | 404   |
        | ~/forum/{id:guid}                                            | POST Remove            | login  | 403   | 403   | 403   | 302   | 404     | 404   | 404   |
        | ~/forum/{id:guid}                                            | POST Reopen            | login  | 403   | 403   | 403   | 302   | 404     | 404   | 404   |
        | ~/forum/{id:guid}/accueil                                    | GET                    | login  | 403   | 403   | 200   | 200   | 404     | 404   | 200   |
        | ~/forum/{id:guid}/accueil                                    | GET List               | login  | 403   | 403   | 200   | 200   | 404     | 404   | 200   |
        | ~/forum/{id:guid}/accueil                                    | POST                   | login  | 403   | 403   | 302   | 302   | 404     | 404   | 404   |
        | ~/forum/{id:guid}/affiche                                    | GET                    | login  | 403   | 403   | 403   | 200   | 404     | 404   | 200   |
        | ~/forum/{id:guid}/affiche                                    | POST                   | login  | 403   | 403   | 403   | 302   | 404     | 404   | 302   |
        | ~/forum/{id:guid}/affiche                                    | POST Remove            | login  | 403   | 403   | 403   | 302   | 404     | 404   | 302   |
        | ~/forum/{id:guid}/affiche/image                              | GET                    | login  | 200   | 200   | 200   | 200   | 404     | 404   | 200   |
        | ~/forum/{id:guid}/avis                                       | GET                    | login  | 403   | 403   | 403   | 200   | 404     | 404   | 200   |
        | ~/forum/{id:guid}/avis                                       | GET Export             | login  | 403   | 403   | 403   | 200   | 404     | 404   | 200   |
        | ~/forum/{id:guid}/avis                                       | POST                   | login  | 403   | 403   | 403   | 422   | 404     | 404   | 422   |
        | ~/forum/{id:guid}/badges                                     | GET                    | login  | 403   | 403   | 200   | 200   | 404     | 404   | 200   |
        | ~/forum/{id:guid}/bilan                                      | GET                    | login  | 200   | 200   | 200   | 200   | 404     | 404   | 200   |
        | ~/forum/{id:guid}/bilan                                      | GET Export             | login  | 200   | 200   | 200   | 200   | 404     | 404   | 200   |
        | ~/forum/{id:guid}/coalitions                                 | GET                    | login  | 200   | 200   | 200   | 200   | 404     | 404   | 200   |
        | ~/forum/{id:guid}/coalitions                                 | POST Ask               | login  | 403   | 403   | 403   | 302   | 404     | 404   | 404   |
        | ~/forum/{id:guid}/coalitions                                 | POST Confirm           | login  | 403   | 403   | 403   | 302   | 404     | 404   | 404   |
        | ~/forum/{id:guid}/coalitions                                 | POST Propose           | login  | 403   | 403   | 403   | 302   | 404     | 404   | 404   |
        | ~/forum/{id:guid}/demandes                                   | GET                    | login  | 403   | 403   | 200   | 200   | 404     | 404   | 200   |
        | ~/forum/{id:guid}/demandes                                   | GET Export             | login  | 403   | 403   | 200   | 200   | 404     | 404   | 200   |
        | ~/forum/{id:guid}/demandes                                   | POST                   | login  | 403   | 403   | 302   | 302   | 404     | 404   | 422   |
        | ~/forum/{id:guid}/demandes/{demande:guid}                    | GET                    | login  | 403   | 403   | 200   | 200   | 404     | 404   | 200   |
        | ~/forum/{id:guid}/demandes/{demande:guid}                    | POST                   | login  | 403   | 403   | 302   | 302   | 404     | 404   | 302   |
        | ~/forum/{id:guid}/documents/ajouter                          | GET                    | login  | 403   | 403   | 403   | 200   | 404     | 404   | 404   |
        | ~/forum/{id:guid}/documents/ajouter                          | POST                   | login  | 403   | 403   | 403   | 302   | 404     | 404   | 404   |
        | ~/forum/{id:guid}/emargement                                 | GET                    | login  | 403   | 403   | 200   | 200   | 404     | 404   | 200   |
        | ~/forum/{id:guid}/groupes                                    | GET                    | login  | 403   | 403   | 403   | 200   | 404     | 404   | 200   |
        | ~/forum/{id:guid}/groupes                                    | POST                   | login  | 403   | 403   | 403   | 302   | 404     | 404   | 422   |
        | ~/forum/{id:guid}/groupes                                    | POST Each              | login  | 403   | 403   | 403   | 302   | 404     | 404   | 302   |
        | ~/forum/{id:guid}/invitations                                | GET                    | login  | 403   | 403   | 403   | 200   | 404     | 404   | 200   |
        | ~/forum/{id:guid}/invitations                                | POST                   | login  | 403   | 403   | 403   | 302   | 404     | 404   | 302   |
        | ~/forum/{id:guid}/invitations                                | POST Test              | login  | 403   | 403   | 403   | 302   | 404     | 404   | 302   |
        | ~/forum/{id:guid}/invitations                                | POST Text              | login  | 403   | 403   | 403   | 302   | 404     | 404   | 302   |
        | ~/forum/{id:guid}/invites                                    | GET                    | login  | 403   | 403   | 403   | 200   | 404     | 404   | 200   |
        | ~/forum/{id:guid}/invites                                    | GET Export             | login  | 403   | 403   | 403   | 200   | 404     | 404   | 200   |
        | ~/forum/{id:guid}/invites/ajouter                            | GET                    | login  | 403   | 403   | 403   | 200   | 404     | 404   | 200   |
        | ~/forum/{id:guid}/invites/ajouter                            | POST                   | login  | 403   | 403   | 403   | 200   | 404     | 404   | 422   |
        | ~/forum/{id:guid}/invites/ajouter                            | POST Add               | login  | 403   | 403   | 403   | 302   | 404     | 404   | 422   |
        | ~/forum/{id:guid}/invites/{invite:guid}                      | GET                    | login  | 403   | 403   | 403   | 200   | 404     | 404   | 200   |
        | ~/forum/{id:guid}/invites/{invite:guid}                      | POST                   | login  | 403   | 403   | 403   | 302   | 404     | 404   | 422   |
        | ~/forum/{id:guid}/modifier                                   | GET                    | login  | 403   | 403   | 403   | 200   | 404     | 404   | 200   |
        | ~/forum/{id:guid}/modifier                                   | POST                   | login  | 403   | 403   | 403   | 302   | 404     | 404   | 422   |
        | ~/forum/{id:guid}/programme                                  | GET                    | login  | 200   | 200   | 200   | 200   | 404     | 404   | 200   |
        | ~/forum/{id:guid}/programme                                  | GET Calendar           | login  | 200   | 200   | 200   | 200   | 404     | 404   | 200   |
        | ~/forum/{id:guid}/programme                                  | GET Export             | login  | 200   | 200   | 200   | 200   | 404     | 404   | 200   |
        | ~/forum/{id:guid}/programme/grille                           | GET                    | login  | 200   | 200   | 200   | 200   | 404     | 404   | 200   |
        | ~/forum/{id:guid}/programme/grille                           | POST                   | login  | 403   | 403   | 403   | 302   | 404     | 404   | 404   |
        | ~/forum/{id:guid}/remerciements                              | GET                    | login  | 403   | 403   | 403   | 200   | 404     | 404   | 200   |
        | ~/forum/{id:guid}/remerciements                              | GET Certificates       | login  | 403   | 403   | 403   | 404   | 404     | 404   | 404   |
        | ~/forum/{id:guid}/remerciements                              | POST                   | login  | 403   | 403   | 403   | 422   | 404     | 404   | 422   |
        | ~/forum/{id:guid}/remerciements                              | POST Test              | login  | 403   | 403   | 403   | 302   | 404     | 404   | 302   |
        | ~/forum/{id:guid}/remerciements                              | POST Text              | login  | 403   | 403   | 403   | 302   | 404     | 404   | 302   |
        | ~/forum/{id:guid}/salles                                     | GET                    | login  | 403   | 403   | 403   | 200   | 404     | 404   | 200   |
        | ~/forum/{id:guid}/salles                                     | POST                   | login  | 403   | 403   | 403   | 302   | 404     | 404   | 404   |
        | ~/forum/{id:guid}/seances/nouvelle                           | GET                    | login  | 403   | 403   | 403   | 200   | 404     | 404   | 200   |
        | ~/forum/{id:guid}/seances/nouvelle                           | POST                   | login  | 403   | 403   | 403   | 302   | 404     | 404   | 422   |
        | ~/forum/{id:guid}/seances/{seance:guid}                      | GET                    | login  | 403   | 403   | 403   | 200   | 404     | 404   | 200   |
        | ~/forum/{id:guid}/seances/{seance:guid}                      | POST                   | login  | 403   | 403   | 403   | 302   | 404     | 404   | 422   |
        | ~/forum/{id:guid}/seances/{seance:guid}                      | POST Remove            | login  | 403   | 403   | 403   | 422   | 404     | 404   | 422   |
        | ~/forum/{id:guid}/stands                                     | GET                    | login  | 403   | 403   | 200   | 200   | 404     | 404   | 200   |
        | ~/forum/{id:guid}/suites                                     | GET                    | login  | 403   | 403   | 403   | 200   | 404     | 404   | 200   |
        | ~/forum/{id:guid}/suites                                     | POST                   | login  | 403   | 403   | 403   | 302   | 404     | 404   | 302   |
        | */health/live                                                | GET                    | 200    | 200   | 200   | 200   | 200   | 200     | ·     | 200   |
        | */health/ready                                               | GET                    | 200    | 200   | 200   | 200   | 200   | 200     | ·     | 200   |
        | ~/imports                                                    | GET                    | login  | 403   | 403   | 200   | 200   | 404     | ·     | 200   |
        | ~/imports                                                    | GET Export             | login  | 403   | 403   | 200   | 200   | 404     | ·     | 200   |
        | ~/imports/nouveau/{nature}                                   | GET                    | login  | 403   | 403   | 200   | 200   | 404     | ·     | 200   |
        | ~/imports/nouveau/{nature}                                   | GET Template           | login  | 403   | 403   | 200   | 200   | 404     | ·     | 200   |
        | ~/imports/nouveau/{nature}                                   | POST                   | login  | 403   | 403   | 422   | 422   | 404     | ·     | 422   |
        | ~/imports/{id:guid}                                          | GET                    | login  | 403   | 403   | 200   | 200   | 404     | 404   | 200   |
        | ~/imports/{id:guid}                                          | GET Refused            | login  | 403   | 403   | 200   | 200   | 404     | 404   | 200   |
        | ~/imports/{id:guid}                                          | POST Apply             | login  | 403   | 403   | 422   | 422   | 404     | 404   | 422   |
        | ~/imports/{id:guid}                                          | POST Check             | login  | 403   | 403   | 302   | 302   | 404     | 404   | 302   |
        | ~/imports/{id:guid}                                          | POST Discard           | login  | 403   | 403   | 302   | 302   | 404     | 404   | 302   |
        | ~/imports/{id:guid}                                          | POST Undo              | login  | 403   | 403   | 422   | 422   | 404     | 404   | 422   |
        | ~/imports/{id:guid}/colonnes                                 | GET                    | login  | 403   | 403   | 200   | 200   | 404     | 404   | 200   |
        | ~/imports/{id:guid}/colonnes                                 | POST                   | login  | 403   | 403   | 422   | 422   | 404     | 404   | 422   |
        | ~/instances                                                  | GET                    | login  | 200   | 200   | 200   | 200   | 404     | ·     | 200   |
        | ~/instances                                                  | GET Export             | login  | 200   | 200   | 200   | 200   | 404     | ·     | 200   |
        | ~/instances/nouvelle                                         | GET                    | login  | 403   | 403   | 200   | 200   | 404     | ·     | 200   |
        | ~/instances/nouvelle                                         | POST                   | login  | 403   | 403   | 302   | 302   | 404     | ·     | 302   |
        | ~/instances/{id:guid}                                        | GET                    | login  | 200   | 200   | 200   | 200   | 404     | 404   | 200   |
        | ~/instances/{id:guid}                                        | POST End               | login  | 403   | 403   | 302   | 302   | 404     | 404   | 302   |
        | ~/instances/{id:guid}/mandats/nouveau                        | GET                    | login  | 403   | 403   | 200   | 200   | 404     | 404   | 200   |
        | ~/instances/{id:guid}/mandats/nouveau                        | POST                   | login  | 403   | 403   | 302   | 302   | 404     | 404   | 422   |
        | ~/instances/{id:guid}/mandats/{mandat:guid}                  | GET                    | login  | 403   | 403   | 200   | 200   | 404     | 404   | 200   |
        | ~/instances/{id:guid}/mandats/{mandat:guid}                  | POST Correct           | login  | 403   | 403   | 302   | 302   | 404     | 404   | 422   |
        | ~/instances/{id:guid}/mandats/{mandat:guid}                  | POST End               | login  | 403   | 403   | 302   | 302   | 404     | 404   | 302   |
        | ~/instances/{id:guid}/mandats/{mandat:guid}                  | POST Replace           | login  | 403   | 403   | 422   | 422   | 404     | 404   | 422   |
        | ~/instances/{id:guid}/modifier                               | GET                    | login  | 403   | 403   | 200   | 200   | 404     | 404   | 200   |
        | ~/instances/{id:guid}/modifier                               | POST                   | login  | 403   | 403   | 302   | 302   | 404     | 404   | 302   |
        | ~/instances/{id:guid}/regles                                 | GET                    | login  | 403   | 403   | 200   | 200   | 404     | 404   | 200   |
        | ~/instances/{id:guid}/regles                                 | POST                   | login  | 403   | 403   | 302   | 302   | 404     | 404   | 404   |
        | ~/invitation/{secret}                                        | GET                    | 404    | 404   | 404   | 404   | 404   | 404     | ·     | 404   |
        | ~/invitation/{secret}                                        | POST                   | 404    | 404   | 404   | 404   | 404   | 404     | ·     | 404   |
        | ~/invitation/{secret}                                        | POST Yes               | login  | 404   | 404   | 404   | 404   | 404     | ·     | 404   |
        | ~/journal                                                    | GET                    | login  | 403   | 403   | 403   | 200   | 404     | ·     | 200   |
        | ~/journal                                                    | GET Export             | login  | 403   | 403   | 403   | 200   | 404     | ·     | 200   |
        | ~/logo                                                       | GET                    | 404    | 404   | 404   | 404   | 404   | 404     | ·     | 404   |
        | ~/membres                                                    | GET                    | login  | 200   | 200   | 200   | 200   | 404     | ·     | 200   |
        | ~/membres                                                    | GET Export             | login  | 200   | 200   | 200   | 200   | 404     | ·     | 200   |
        | ~/membres/ajouter-des-epci                                   | GET                    | login  | 403   | 403   | 200   | 200   | 404     | ·     | 200   |
        | ~/membres/ajouter-des-epci                                   | POST                   | login  | 403   | 403   | 422   | 422   | 404     | ·     | 422   |
        | ~/membres/ensemble                                           | GET                    | login  | 403   | 403   | 200   | 200   | 404     | ·     | 200   |
        | ~/membres/ensemble                                           | GET Export             | login  | 200   | 200   | 200   | 200   | 404     | ·     | 200   |
        | ~/membres/ensemble                                           | POST Begin             | login  | 403   | 403   | 302   | 302   | 404     | ·     | 302   |
        | ~/membres/ensemble                                           | POST End               | login  | 403   | 403   | 302   | 302   | 404     | ·     | 302   |
        | ~/membres/ensemble                                           | POST File              | login  | 403   | 403   | 302   | 302   | 404     | ·     | 302   |
        | ~/membres/ensemble                                           | POST Rank              | login  | 403   | 403   | 302   | 302   | 404     | ·     | 302   |
        | ~/membres/ensemble                                           | POST Undo              | login  | 403   | 403   | 302   | 302   | 404     | ·     | 302   |
        | ~/membres/nouveau                                            | GET                    | login  | 403   | 403   | 200   | 200   | 404     | ·     | 200   |
        | ~/membres/nouveau                                            | GET Communes           | login  | 200   | 200   | 200   | 200   | 404     | ·     | 200   |
        | ~/membres/nouveau                                            | POST                   | login  | 403   | 403   | 302   | 302   | 404     | ·     | 302   |
        | ~/membres/{id:guid}                                          | GET                    | login  | 200   | 200   | 200   | 200   | 404     | 404   | 200   |
        | ~/membres/{id:guid}                                          | POST AddRole           | login  | 403   | 403   | 422   | 422   | 404     | 404   | 404   |
        | ~/membres/{id:guid}                                          | POST DateRole          | login  | 403   | 403   | 302   | 302   | 404     | 404   | 404   |
        | ~/membres/{id:guid}                                          | POST File              | login  | 403   | 403   | 422   | 422   | 404     | 404   | 422   |
        | ~/membres/{id:guid}/conseil                                  | GET                    | login  | 200   | 200   | 200   | 200   | 404     | 404   | 200   |
        | ~/membres/{id:guid}/modifier                                 | GET                    | login  | 403   | 403   | 200   | 200   | 404     | 404   | 200   |
        | ~/membres/{id:guid}/modifier                                 | POST                   | login  | 403   | 403   | 422   | 422   | 404     | 404   | 422   |
        | */mentions-legales                                           | GET                    | 200    | 200   | 200   | 200   | 200   | 200     | ·     | 200   |
        | /mes-espaces                                                 | GET                    | login  | 200   | 200   | 200   | 200   | 200     | ·     | 200   |
        | ~/mes-messages                                               | GET                    | login  | 200   | 200   | 200   | 200   | 404     | ·     | 200   |
        | ~/mes-messages                                               | POST                   | login  | 302   | 302   | 302   | 302   | 404     | ·     | 302   |
        | ~/mes-messages/{token}                                       | GET                    | 404    | 404   | 404   | 404   | 404   | 404     | ·     | 404   |
        | ~/mes-messages/{token}                                       | POST                   | 404    | 404   | 404   | 404   | 404   | 404     | ·     | 404   |
        | ~/mes-messages/{token}                                       | POST Stop              | 404    | 404   | 404   | 404   | 404   | 404     | ·     | 404   |
        | ~/messages                                                   | GET                    | login  | 403   | 403   | 200   | 200   | 404     | ·     | 200   |
        | ~/messages                                                   | GET Export             | login  | 403   | 403   | 200   | 200   | 404     | ·     | 200   |
        | ~/messages/{id:guid}                                         | GET                    | login  | 403   | 403   | 200   | 200   | 404     | 404   | 200   |
        | ~/messages/{id:guid}                                         | GET Html               | login  | 403   | 403   | 200   | 200   | 404     | 404   | 200   |
        | ~/messages/{id:guid}                                         | POST Resend            | login  | 403   | 403   | 422   | 422   | 404     | 404   | 422   |
        | */mon-compte                                                 | GET                    | login  | 200   | 200   | 200   | 200   | 200     | ·     | 200   |
        | */mon-compte                                                 | GET Data               | login  | 200   | 200   | 200   | 200   | 404     | ·     | 200   |
        | */mon-compte                                                 | POST                   | login  | 302   | 302   | 302   | 302   | 302     | ·     | 302   |
        | */mon-compte                                                 | POST End               | login  | 302   | 302   | 302   | 302   | 302     | ·     | 302   |
        | */mon-compte                                                 | POST EndOthers         | login  | 302   | 302   | 302   | 302   | 302     | ·     | 302   |
        | */mon-compte/adresse                                         | GET                    | login  | 200   | 200   | 200   | 200   | 200     | ·     | 200   |
        | */mon-compte/adresse                                         | POST                   | login  | 422   | 422   | 422   | 422   | 422     | ·     | 422   |
        | */mon-compte/cles                                            | GET                    | login  | 200   | 200   | 200   | 200   | 200     | ·     | 200   |
        | */mon-compte/cles                                            | POST                   | login  | 422   | 422   | 422   | 422   | 422     | ·     | 422   |
        | */mon-compte/cles                                            | POST First             | login  | 422   | 422   | 422   | 422   | 422     | ·     | 422   |
        | */mon-compte/cles                                            | POST Remove            | login  | 302   | 302   | 302   | 302   | 302     | ·     | 302   |
        | */mon-compte/double-authentification                         | GET                    | login  | 200   | 200   | 200   | 200   | 200     | ·     | 200   |
        | */mon-compte/double-authentification                         | POST                   | login  | 422   | 422   | 422   | 422   | 422     | ·     | 422   |
        | */mon-compte/double-authentification                         | POST Off               | login  | 422   | 422   | 422   | 422   | 422     | ·     | 422   |
        | */mon-compte/double-authentification                         | POST Renew             | login  | 422   | 422   | 422   | 422   | 422     | ·     | 422   |
        | */mon-compte/mot-de-passe                                    | GET                    | login  | 200   | 200   | 200   | 200   | 200     | ·     | 200   |
        | */mon-compte/mot-de-passe                                    | POST                   | login  | 422   | 422   | 422   | 422   | 422     | ·     | 422   |
        | ~/mon-compte/quitter                                         | GET                    | login  | 200   | 200   | 200   | 200   | 404     | ·     | 200   |
        | ~/mon-compte/quitter                                         | POST                   | login  | 302   | 302   | 302   | 422   | 404     | ·     | 422   |
        | */mot-de-passe-oublie                                        | GET                    | 200    | 200   | 200   | 200   | 200   | 200     | ·     | 200   |
        | */mot-de-passe-oublie                                        | POST                   | 200    | 200   | 200   | 200   | 200   | 200     | ·     | 200   |
        | */nouveau-mot-de-passe/{secret}                              | GET                    | 404    | 404   | 404   | 404   | 404   | 404     | ·     | 404   |
        | */nouveau-mot-de-passe/{secret}                              | POST                   | 404    | 404   | 404   | 404   | 404   | 404     | ·     | 404   |
        | */nouvelle-adresse/{secret}                                  | GET                    | 404    | 404   | 404   | 404   | 404   | 404     | ·     | 404   |
        | */nouvelle-adresse/{secret}                                  | POST                   | 404    | 404   | 404   | 404   | 404   | 404     | ·     | 404   |
        | ~/nouvelles                                                  | GET                    | login  | 403   | 403   | 200   | 200   | 404     | ·     | 200   |
        | ~/nouvelles                                                  | GET Export             | login  | 403   | 403   | 200   | 200   | 404     | ·     | 200   |
        | ~/nouvelles/{recue:guid}                                     | GET                    | login  | 403   | 403   | 200   | 200   | 404     | 404   | 200   |
        | ~/nouvelles/{recue:guid}                                     | POST Accept            | login  | 403   | 403   | 302   | 302   | 404     | 404   | 302   |
        | ~/nouvelles/{recue:guid}                                     | POST Reply             | login  | 403   | 403   | 302   | 302   | 404     | 404   | 302   |
        | ~/obligations                                                | GET                    | login  | 200   | 200   | 200   | 200   | 404     | ·     | 200   |
        | ~/obligations                                                | GET Export             | login  | 200   | 200   | 200   | 200   | 404     | ·     | 200   |
        | ~/obligations                                                | POST Usual             | login  | 403   | 403   | 302   | 302   | 404     | ·     | 302   |
        | ~/obligations/nouvelle                                       | GET                    | login  | 403   | 403   | 200   | 200   | 404     | ·     | 200   |
        | ~/obligations/nouvelle                                       | POST                   | login  | 403   | 403   | 302   | 302   | 404     | ·     | 422   |
        | ~/obligations/taches/{id:guid}                               | GET                    | login  | 200   | 200   | 200   | 200   | 404     | 404   | 200   |
        | ~/obligations/taches/{id:guid}                               | POST                   | login  | 403   | 403   | 302   | 302   | 404     | 404   | 302   |
        | ~/obligations/taches/{id:guid}                               | POST Reopen            | login  | 403   | 403   | 422   | 422   | 404     | 404   | 422   |
        | ~/obligations/{id:guid}                                      | GET                    | login  | 200   | 200   | 200   | 200   | 404     | 404   | 200   |
        | ~/obligations/{id:guid}                                      | POST End               | login  | 403   | 403   | 302   | 302   | 404     | 404   | 302   |
        | ~/obligations/{id:guid}                                      | POST Resume            | login  | 403   | 403   | 302   | 302   | 404     | 404   | 302   |
        | ~/obligations/{id:guid}/modifier                             | GET                    | login  | 403   | 403   | 200   | 200   | 404     | 404   | 200   |
        | ~/obligations/{id:guid}/modifier                             | POST                   | login  | 403   | 403   | 302   | 302   | 404     | 404   | 422   |
        | ~/parametres                                                 | GET                    | login  | 403   | 403   | 403   | 200   | 404     | ·     | 200   |
        | ~/parametres                                                 | GET Accent             | login  | 403   | 403   | 403   | 200   | 404     | ·     | 200   |
        | ~/parametres                                                 | POST                   | login  | 403   | 403   | 403   | 302   | 404     | ·     | 302   |
        | ~/parametres/documents                                       | GET                    | login  | 403   | 403   | 403   | 200   | 404     | ·     | 200   |
        | ~/parametres/feuille-de-route                                | GET                    | login  | 403   | 403   | 403   | 200   | 404     | ·     | 200   |
        | ~/parametres/feuille-de-route                                | POST                   | login  | 403   | 403   | 403   | 302   | 404     | ·     | 302   |
        | ~/parametres/informations-legales                            | GET                    | login  | 403   | 403   | 403   | 200   | 404     | ·     | 200   |
        | ~/parametres/informations-legales                            | POST                   | login  | 403   | 403   | 403   | 302   | 404     | ·     | 302   |
        | ~/parametres/logo                                            | GET                    | login  | 403   | 403   | 403   | 200   | 404     | ·     | 200   |
        | ~/parametres/logo                                            | POST                   | login  | 403   | 403   | 403   | 422   | 404     | ·     | 422   |
        | ~/parametres/modules                                         | GET                    | login  | 403   | 403   | 403   | 200   | 404     | ·     | 200   |
        | ~/parametres/modules                                         | POST                   | login  | 403   | 403   | 403   | 302   | 404     | ·     | 302   |
        | ~/parametres/vocabulaire                                     | GET                    | login  | 403   | 403   | 403   | 200   | 404     | ·     | 200   |
        | ~/parametres/vocabulaire                                     | POST                   | login  | 403   | 403   | 403   | 302   | 404     | ·     | 302   |
        | ~/personnes                                                  | GET                    | login  | 200   | 200   | 200   | 200   | 404     | ·     | 200   |
        | ~/personnes                                                  | GET Export             | login  | 200   | 200   | 200   | 200   | 404     | ·     | 200   |
        | ~/personnes/ensemble                                         | GET                    | login  | 403   | 403   | 200   | 200   | 404     | ·     | 200   |
        | ~/personnes/ensemble                                         | GET Export             | login  | 200   | 200   | 200   | 200   | 404     | ·     | 200   |
        | ~/personnes/ensemble                                         | POST File              | login  | 403   | 403   | 302   | 302   | 404     | ·     | 302   |
        | ~/personnes/ensemble                                         | POST Join              | login  | 403   | 403   | 302   | 302   | 404     | ·     | 422   |
        | ~/personnes/ensemble                                         | POST Stand             | login  | 403   | 403   | 302   | 302   | 404     | ·     | 302   |
        | ~/personnes/ensemble                                         | POST Undo              | login  | 403   | 403   | 302   | 302   | 404     | ·     | 302   |
        | ~/personnes/nouvelle                                         | GET                    | login  | 403   | 403   | 200   | 200   | 404     | ·     | 200   |
        | ~/personnes/nouvelle                                         | POST                   | login  | 403   | 403   | 302   | 302   | 404     | ·     | 422   |
        | ~/personnes/{id:guid}                                        | GET                    | login  | 200   | 200   | 200   | 200   | 404     | 404   | 200   |
        | ~/personnes/{id:guid}                                        | GET Data               | login  | 403   | 403   | 403   | 200   | 404     | 404   | 200   |
        | ~/personnes/{id:guid}                                        | POST File              | login  | 403   | 403   | 302   | 302   | 404     | 404   | 302   |
        | ~/personnes/{id:guid}/effacer                                | GET                    | login  | 403   | 403   | 403   | 200   | 404     | 404   | 200   |
        | ~/personnes/{id:guid}/effacer                                | POST                   | login  | 403   | 403   | 403   | 302   | 404     | 404   | 302   |
        | ~/personnes/{id:guid}/modifier                               | GET                    | login  | 403   | 403   | 200   | 200   | 404     | 404   | 200   |
        | ~/personnes/{id:guid}/modifier                               | POST                   | login  | 403   | 403   | 422   | 422   | 404     | 404   | 422   |
        | ~/pistes                                                     | GET                    | login  | 200   | 200   | 200   | 200   | 404     | ·     | 200   |
        | ~/pistes                                                     | GET Export             | login  | 200   | 200   | 200   | 200   | 404     | ·     | 200   |
        | ~/pistes/comparer                                            | GET                    | login  | 200   | 200   | 200   | 200   | 404     | ·     | 200   |
        | ~/pistes/ensemble                                            | GET                    | login  | 403   | 403   | 200   | 200   | 404     | ·     | 200   |
        | ~/pistes/ensemble                                            | GET Export             | login  | 200   | 200   | 200   | 200   | 404     | ·     | 200   |
        | ~/pistes/ensemble                                            | POST Carry             | login  | 403   | 403   | 302   | 302   | 404     | ·     | 422   |
        | ~/pistes/ensemble                                            | POST Classify          | login  | 403   | 403   | 302   | 302   | 404     | ·     | 422   |
        | ~/pistes/ensemble                                            | POST Move              | login  | 403   | 403   | 302   | 302   | 404     | ·     | 302   |
        | ~/pistes/ensemble                                            | POST Undo              | login  | 403   | 403   | 302   | 302   | 404     | ·     | 302   |
        | ~/pistes/nouvelle                                            | GET                    | login  | 403   | 200   | 200   | 200   | 404     | ·     | 200   |
        | ~/pistes/nouvelle                                            | GET Similar            | login  | 200   | 200   | 200   | 200   | 404     | ·     | 200   |
        | ~/pistes/nouvelle                                            | POST                   | login  | 403   | 302   | 302   | 302   | 404     | ·     | 422   |
        | ~/pistes/questions                                           | GET                    | login  | 403   | 403   | 200   | 200   | 404     | ·     | 200   |
        | ~/pistes/questions                                           | POST                   | login  | 403   | 403   | 302   | 302   | 404     | ·     | 404   |
        | ~/pistes/questions                                           | POST Begin             | login  | 403   | 403   | 302   | 302   | 404     | ·     | 302   |
        | ~/pistes/questions                                           | POST Down              | login  | 403   | 403   | 302   | 302   | 404     | ·     | 404   |
        | ~/pistes/questions                                           | POST Restore           | login  | 403   | 403   | 302   | 302   | 404     | ·     | 404   |
        | ~/pistes/questions                                           | POST Retire            | login  | 403   | 403   | 302   | 302   | 404     | ·     | 404   |
        | ~/pistes/questions                                           | POST Up                | login  | 403   | 403   | 302   | 302   | 404     | ·     | 404   |
        | ~/pistes/{id:guid}                                           | GET                    | login  | 200   | 200   | 200   | 200   | 404     | 404   | 200   |
        | ~/pistes/{id:guid}/etat                                      | GET                    | login  | 403   | 403   | 200   | 200   | 404     | 404   | 200   |
        | ~/pistes/{id:guid}/etat                                      | POST                   | login  | 403   | 403   | 302   | 302   | 404     | 404   | 302   |
        | ~/pistes/{id:guid}/examiner                                  | GET                    | login  | 403   | 403   | 200   | 200   | 404     | 404   | 200   |
        | ~/pistes/{id:guid}/examiner                                  | POST                   | login  | 403   | 403   | 302   | 302   | 404     | 404   | 404   |
        | ~/pistes/{id:guid}/modifier                                  | GET                    | login  | 403   | 403   | 200   | 200   | 404     | 404   | 200   |
        | ~/pistes/{id:guid}/modifier                                  | POST                   | login  | 403   | 403   | 302   | 302   | 404     | 404   | 422   |
        | ~/premiers-pas                                               | GET                    | login  | 403   | 403   | 403   | 200   | 404     | ·     | 200   |
        | ~/public/cadres                                              | GET                    | 200    | 200   | 200   | 200   | 200   | 200     | ·     | 200   |
        | ~/public/cadres/{id:guid}                                    | GET                    | 200    | 200   | 200   | 200   | 200   | 200     | 404   | 200   |
        | ~/public/carte                                               | GET                    | 200    | 200   | 200   | 200   | 200   | 200     | ·     | 200   |
        | ~/public/coalitions                                          | GET                    | 200    | 200   | 200   | 200   | 200   | 200     | ·     | 200   |
        | ~/public/coalitions.csv                                      | GET                    | 200    | 200   | 200   | 200   | 200   | 200     | ·     | 200   |
        | ~/public/coalitions/{id:guid}                                | GET                    | 200    | 200   | 200   | 200   | 200   | 200     | 404   | 200   |
        | ~/public/documents/{id:guid}                                 | GET                    | 404    | 404   | 404   | 404   | 404   | 404     | 404   | 404   |
        | ~/public/donnees-ouvertes                                    | GET                    | 200    | 200   | 200   | 200   | 200   | 200     | ·     | 200   |
        | ~/public/engagements                                         | GET                    | 200    | 200   | 200   | 200   | 200   | 200     | ·     | 200   |
        | ~/public/engagements.csv                                     | GET                    | 200    | 200   | 200   | 200   | 200   | 200     | ·     | 200   |
        | ~/public/engagements.json                                    | GET                    | 200    | 200   | 200   | 200   | 200   | 200     | ·     | 200   |
        | ~/public/engagements/{id:guid}                               | GET                    | 200    | 200   | 200   | 200   | 200   | 200     | 404   | 200   |
        | ~/public/engagements/{id:guid}/carte                         | GET                    | 200    | 200   | 200   | 200   | 200   | 200     | 404   | 200   |
        | ~/public/forum/{id:guid}                                     | GET                    | 200    | 200   | 200   | 200   | 200   | 200     | 404   | 200   |
        | ~/public/forum/{id:guid}/affiche                             | GET                    | 200    | 200   | 200   | 200   | 200   | 200     | 404   | 200   |
        | ~/public/forum/{id:guid}/agenda                              | GET                    | 200    | 200   | 200   | 200   | 200   | 200     | 404   | 200   |
        | ~/public/forum/{id:guid}/coalition/{coalition:guid}          | GET                    | 200    | 200   | 200   | 200   | 200   | 200     | 404   | 200   |
        | ~/public/forum/{id:guid}/coalition/{coalition:guid}          | POST                   | 200    | 200   | 200   | 200   | 200   | 200     | 404   | 200   |
        | ~/public/forum/{id:guid}/documents/{document:guid}           | GET                    | 404    | 404   | 404   | 404   | 404   | 404     | 404   | 404   |
        | ~/public/forum/{id:guid}/inscription                         | GET                    | 200    | 200   | 200   | 200   | 200   | 200     | 404   | 200   |
        | ~/public/forum/{id:guid}/inscription                         | POST                   | 200    | 200   | 200   | 200   | 200   | 200     | 404   | 200   |
        | ~/public/integrer                                            | GET                    | 200    | 200   | 200   | 200   | 200   | 200     | ·     | 404   |
        | ~/public/objectifs.csv                                       | GET                    | 200    | 200   | 200   | 200   | 200   | 200     | ·     | 200   |
        | ~/r/avis-{secret}                                            | GET                    | 404    | 404   | 404   | 404   | 404   | 404     | ·     | 404   |
        | ~/r/avis-{secret}                                            | GET Certificate        | 404    | 404   | 404   | 404   | 404   | 404     | ·     | 404   |
        | ~/r/avis-{secret}                                            | POST                   | 404    | 404   | 404   | 404   | 404   | 404     | ·     | 404   |
        | ~/r/forum-{secret}                                           | GET                    | 404    | 404   | 404   | 404   | 404   | 404     | ·     | 404   |
        | ~/r/forum-{secret}                                           | POST                   | 404    | 404   | 404   | 404   | 404   | 404     | ·     | 404   |
        | ~/r/forum-{secret}                                           | POST Pass              | 404    | 404   | 404   | 404   | 404   | 404     | ·     | 404   |
        | ~/r/nouvelle-{secret}                                        | GET                    | 404    | 404   | 404   | 404   | 404   | 404     | ·     | 404   |
        | ~/r/nouvelle-{secret}                                        | POST                   | 404    | 404   | 404   | 404   | 404   | 404     | ·     | 404   |
        | ~/r/reunion-{secret}                                         | GET                    | 404    | 404   | 404   | 404   | 404   | 404     | ·     | 404   |
        | ~/r/reunion-{secret}                                         | POST                   | 404    | 404   | 404   | 404   | 404   | 404     | ·     | 404   |
        | ~/r/reunion-{secret}/documents/{id:guid}                     | GET                    | 404    | 404   | 404   | 404   | 404   | 404     | 404   | 404   |
        | ~/rappels                                                    | GET                    | login  | 403   | 403   | 403   | 200   | 404     | ·     | 200   |
        | ~/rappels                                                    | POST Hour              | login  | 403   | 403   | 403   | 302   | 404     | ·     | 302   |
        | ~/rappels                                                    | POST Off               | login  | 403   | 403   | 403   | 302   | 404     | ·     | 302   |
        | ~/rappels                                                    | POST On                | login  | 403   | 403   | 403   | 302   | 404     | ·     | 302   |
        | ~/rappels/maintenant/{regle}/{id:guid}                       | GET                    | login  | 403   | 403   | 200   | 200   | 404     | 404   | 200   |
        | ~/rappels/maintenant/{regle}/{id:guid}                       | GET Html               | login  | 403   | 403   | 200   | 200   | 404     | 404   | 200   |
        | ~/rappels/maintenant/{regle}/{id:guid}                       | POST                   | login  | 403   | 403   | 302   | 302   | 404     | 404   | 422   |
        | ~/rappels/{regle}                                            | GET                    | login  | 403   | 403   | 403   | 200   | 404     | ·     | 200   |
        | ~/rappels/{regle}                                            | GET Html               | login  | 403   | 403   | 403   | 200   | 404     | ·     | 200   |
        | ~/rappels/{regle}                                            | POST                   | login  | 403   | 403   | 403   | 302   | 404     | ·     | 302   |
        | ~/rappels/{regle}                                            | POST Preview           | login  | 403   | 403   | 403   | 200   | 404     | ·     | 200   |
        | ~/rappels/{regle}                                            | POST Reset             | login  | 403   | 403   | 403   | 302   | 404     | ·     | 302   |
        | ~/reunions                                                   | GET                    | login  | 200   | 200   | 200   | 200   | 404     | ·     | 200   |
        | ~/reunions                                                   | GET Calendar           | login  | 200   | 200   | 200   | 200   | 404     | ·     | 200   |
        | ~/reunions                                                   | GET Export             | login  | 200   | 200   | 200   | 200   | 404     | ·     | 200   |
        | ~/reunions/calendrier                                        | GET                    | login  | 403   | 403   | 200   | 200   | 404     | ·     | 200   |
        | ~/reunions/calendrier                                        | POST                   | login  | 403   | 403   | 302   | 302   | 404     | ·     | 404   |
        | ~/reunions/nouvelle                                          | GET                    | login  | 403   | 403   | 200   | 200   | 404     | ·     | 200   |
        | ~/reunions/nouvelle                                          | POST                   | login  | 403   | 403   | 302   | 302   | 404     | ·     | 422   |
        | ~/reunions/{id:guid}                                         | GET                    | login  | 200   | 200   | 200   | 200   | 404     | 404   | 200   |
        | ~/reunions/{id:guid}                                         | GET Calendar           | login  | 200   | 200   | 200   | 200   | 404     | 404   | 200   |
        | ~/reunions/{id:guid}                                         | POST Answer            | login  | 422   | 422   | 302   | 302   | 404     | 404   | 404   |
        | ~/reunions/{id:guid}                                         | POST Cancel            | login  | 403   | 403   | 422   | 422   | 404     | 404   | 422   |
        | ~/reunions/{id:guid}/compte-rendu                            | GET                    | login  | 200   | 200   | 200   | 200   | 404     | 404   | 200   |
        | ~/reunions/{id:guid}/compte-rendu                            | POST Approve           | login  | 403   | 403   | 422   | 422   | 404     | 404   | 422   |
        | ~/reunions/{id:guid}/compte-rendu                            | POST Send              | login  | 403   | 403   | 422   | 422   | 404     | 404   | 422   |
        | ~/reunions/{id:guid}/convocation                             | GET                    | login  | 403   | 403   | 200   | 200   | 404     | 404   | 200   |
        | ~/reunions/{id:guid}/convocation                             | POST                   | login  | 403   | 403   | 302   | 302   | 404     | 404   | 302   |
        | ~/reunions/{id:guid}/emargement                              | GET                    | login  | 200   | 200   | 200   | 200   | 404     | 404   | 200   |
        | ~/reunions/{id:guid}/modifier                                | GET                    | login  | 403   | 403   | 200   | 200   | 404     | 404   | 200   |
        | ~/reunions/{id:guid}/modifier                                | POST                   | login  | 403   | 403   | 302   | 302   | 404     | 404   | 302   |
        | ~/reunions/{id:guid}/points                                  | GET                    | login  | 403   | 403   | 200   | 200   | 404     | 404   | 200   |
        | ~/reunions/{id:guid}/points                                  | POST                   | login  | 403   | 403   | 302   | 302   | 404     | 404   | 422   |
        | ~/reunions/{id:guid}/points/{point:guid}/documents/ajouter   | GET                    | login  | 403   | 403   | 200   | 200   | 404     | 404   | 200   |
        | ~/reunions/{id:guid}/points/{point:guid}/documents/ajouter   | POST                   | login  | 403   | 403   | 302   | 302   | 404     | 404   | 302   |
        | ~/reunions/{id:guid}/seance                                  | GET                    | login  | 200   | 200   | 200   | 200   | 404     | 404   | 200   |
        | ~/reunions/{id:guid}/seance                                  | POST Move              | login  | 403   | 403   | 302   | 302   | 404     | 404   | 302   |
        | ~/reunions/{id:guid}/seance                                  | POST Presence          | login  | 403   | 403   | 302   | 302   | 404     | 404   | 422   |
        | ~/reunions/{id:guid}/seance                                  | POST Record            | login  | 403   | 403   | 302   | 302   | 404     | 404   | 404   |
        | */robots.txt                                                 | GET                    | 200    | 200   | 200   | 200   | 200   | 200     | ·     | 200   |
        | ~/sitemap.xml                                                | GET                    | 200    | 200   | 200   | 200   | 200   | 200     | ·     | 200   |
        | ~/tableau-de-bord                                            | GET                    | login  | 200   | 200   | 200   | 200   | 404     | ·     | 200   |
        | ~/taches                                                     | GET                    | login  | 200   | 200   | 200   | 200   | 404     | ·     | 200   |
        | ~/taches                                                     | GET Export             | login  | 200   | 200   | 200   | 200   | 404     | ·     | 200   |
        | ~/travaux                                                    | GET                    | login  | 403   | 403   | 403   | 200   | 404     | ·     | 200   |
        | ~/vues/{liste}                                               | GET                    | login  | 200   | 200   | 200   | 200   | 404     | ·     | 200   |
        | ~/vues/{liste}                                               | POST                   | login  | 302   | 302   | 302   | 302   | 404     | ·     | 302   |
        | ~/vues/{liste}                                               | POST Follow            | login  | 302   | 302   | 302   | 302   | 404     | ·     | 302   |
        | ~/vues/{liste}                                               | POST Open              | login  | 302   | 302   | 302   | 302   | 404     | ·     | 404   |
        | ~/vues/{liste}                                               | POST OpenForAll        | login  | 403   | 403   | 302   | 302   | 404     | ·     | 404   |
        | ~/vues/{liste}                                               | POST Remove            | login  | 403   | 403   | 302   | 302   | 404     | ·     | 404   |
        | ~/vues/{liste}                                               | POST Rename            | login  | 403   | 403   | 302   | 302   | 404     | ·     | 404   |
        | ~/vues/{liste}                                               | POST Share             | login  | 403   | 403   | 302   | 302   | 404     | ·     | 404   |
        | ~/vues/{liste}                                               | POST Whole             | login  | 302   | 302   | 302   | 302   | 404     | ·     | 302   |
        | ~/vues/{liste}                                               | POST Withdraw          | login  | 403   | 403   | 302   | 302   | 404     | ·     | 404   |
        """;

    /// <summary>Values of parameters that are no identifiers of rows.</summary>
    public static IReadOnlyDictionary<string, string> Parameters { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["{etat}"] = "tenu",
        ["{liste}"] = "engagements",
        ["{nature}"] = "organisations",
        ["{regle}"] = "nouvelles",
    };

    /// <summary>Fields for which a plausible value is not enough. "@Person" is the identifier of the space's row of that kind.</summary>
    public static IReadOnlyList<(string Target, string Name, string Value)> Fields { get; } =
    [
        ("~/engagements/nouveau POST", "Input.Holders", "@Organisation"),
        // Kinds of support are chosen by their words, which the space's guide holds.
        ("~/coalitions/{id:guid}/demandes/nouvelle POST", "Input.Kind", "Réservation de salle"),
        // A file is not a field: a link stands for it.
        ("~/coalitions/{id:guid}/documents/ajouter POST", "Input.Address", "https://example.org/"),
        ("~/engagements/{id:guid}/documents/ajouter POST", "Input.Address", "https://example.org/"),
        ("~/engagements/{id:guid}/mesures/{measure:guid}/documents/ajouter POST", "Input.Address", "https://example.org/"),
        ("~/engagements/{id:guid}/nouvelles/{update:guid}/documents/ajouter POST", "Input.Address", "https://example.org/"),
        ("~/decisions/{id:guid}/declinaison/{ligne:guid}/documents/ajouter POST", "Input.Address", "https://example.org/"),
        ("~/reunions/{id:guid}/points/{point:guid}/documents/ajouter POST", "Input.Address", "https://example.org/"),
        ("~/forum/{id:guid}/documents/ajouter POST", "Input.Address", "https://example.org/"),
        ("~/forum/{id:guid}/programme/grille POST", "Input.Minute", "900"),
        ("~/forum/{id:guid}/programme/grille POST", "Input.SessionId", "@SessionId"),
        // Looking at a list writes nothing: the page comes back with what it found.
        ("~/forum/{id:guid}/invites/ajouter POST", "Input.Pasted", "quelquun@example.org"),
        ("~/personnes/{id:guid}/effacer POST", "Input.Confirmed", "true"),
        ("~/reunions/calendrier POST", "Input.Lines[0].Start", "18:00"),
        // From under way, a move that needs no reason.
        ("~/engagements/{id:guid} POST Move", "State", "Kept"),
    ];

    public static IReadOnlyDictionary<string, Row> Rows { get; } = Table.Split('\n').Skip(1).Select(l => l.Trim())
        .Where(l => l.StartsWith('|')).Select(l => l.Trim('|').Split('|').Select(c => c.Trim()).ToArray())
        .ToDictionary(c => $"{c[0]} {c[1]}", c => new Row(c[2], c[3], c[4], c[5], c[6], c[7], c[8], c[9]), StringComparer.Ordinal);

    internal sealed record Row(string Nobody, string Bob, string Remi, string Fanny, string Alice, string Charlie, string Path, string Ids);
}
