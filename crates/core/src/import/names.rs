//! What people call the fields of a contact: the headers of their files, in English, Italian, Spanish, French, German and
//! Portuguese.
//!
//! Everything is folded as by [`fold`](crate::fold::fold): lower case, without accents and separators; words are
//! separated by blanks.

use crate::contact::ContactField;

/// The names of a field.
pub(super) struct Names {
    pub(super) field: ContactField,
    /// Names that mean this field and hardly anything else.
    pub(super) usual: &'static str,
    /// Names that mean this field in a list of contacts if nothing speaks against it, and only where they stand alone.
    pub(super) weak: &'static str,
}

/// Words that say whose or which of several, and leave a name what it is: `Customer first name`, `Phone (home)`.
pub(super) const NEUTRAL: &str = "a az al alla d da das de degli dei del dell della der des di do dos du e el est f for l la le of \
    the to n no nr num numero number nummer numeros \
    customer customers client clients cliente clienti clientes contact contacts contatto contatti contacto contactos contato contatos \
    kunde kunden kontakt lead leads person persona personne pessoa prospect \
    home house private main primary principal principale casa abitazione privato privata personale maison domicile prive \
    perso personnel privat particular personal trabajo work office business ufficio lavoro bureau travail pro professionnel oficina \
    geschaftlich dienstlich buro arbeit hauptnummer trabalho escritorio comercial residencial residencia \
    landline fixed fisso fissa fijo fixe fixo festnetz";

/// Words that make of a header something *about* a field, or another number than one that can be dialled: `Phone type`,
/// `Account number`, `E-mail consent`.
pub(super) const OTHERWISE: &str = "type tipo typ tipologia status stato estado statut consent consenso consentement \
    consentimiento consentimento einwilligung optin optout privacy gdpr verified verificato verificado verifie verifiziert valid valido \
    valide provider carrier operator operatore operador operateur anbieter gestore model modello \
    date data fecha datum time ora code codice codigo id identifier identificativo account conto cuenta compte konto conta \
    contract contratto contrato contrat vertrag order ordine pedido commande bestellung invoice fattura factura fatura facture rechnung \
    prefix prefisso prefijo prefixe prefixo vorwahl extension interno count check vat iva iban tax fiscal fiscale \
    age eta edad alter amount importo importe montant betrag price prezzo precio prix preis line policy polizza";

/// Names that mean the whole person, or the family name where there is a column for the first name: `Vorname` and `Name`,
/// `Prénom` and `Nom`.
pub(super) const NAME_OR_SURNAME: [&str; 2] = ["name", "nom"];

/// Every field of every installation.
pub(super) const NAMES: &[Names] = &[
    Names {
        field: ContactField::FirstName,
        usual: "firstname name fullname givenname forename firstandlastname nameandsurname completename \
            nome nomedibattesimo nomecliente nomecompleto nominativo nomecognome nomeecognome cognomenome cognomeenome \
            nombre nombres nombrecompleto nombreyapellido nombreyapellidos nombrepila nombredepila \
            prenom prenoms nomcomplet nomprenom nometprenom prenomnom prenometnom \
            vorname vornamen rufname vollername vorundnachname \
            primeironome nomeproprio nomeesobrenome nomeeapelido",
        weak: "customer contact client cliente contatto contacto contato intestatario kunde fname first",
    },
    Names {
        field: ContactField::LastName,
        usual: "lastname surname familyname secondname cognome cognomecliente \
            apellido apellidos primerapellido nomdefamille nomfamille nachname familienname zuname \
            sobrenome apelido apelidos ultimonome nomedefamilia",
        weak: "lname last",
    },
    Names {
        field: ContactField::Phone,
        usual: "phone phones phoneno phonenumber phonenum telephone telephonenumber tel telno telnr telnumber contactnumber \
            telefono numerotelefono numeroditelefono ntelefono numtelefono recapitotelefonico utenza \
            numerodetelefono teldecontacto numerotelephone numerodetelephone notelephone \
            telefon telefonnummer telefonnr rufnummer festnetznummer \
            telefone numerodetelefone numerotelefone numerodotelefone msisdn",
        weak: "number numero recapito nummer calltophone dial landline fisso fixe festnetz fijo fixo",
    },
    Names {
        field: ContactField::Mobile,
        usual: "mobile mobilephone mobilenumber mobileno mobiletelephone cell cellphone cellnumber cellular cellularphone smartphone \
            cellulare telefonocellulare numerocellulare numerodicellulare telefonomobile telcellulare telcell \
            movil telefonomovil numeromovil numerodemovil celular telefonocelular \
            telephoneportable telportable telephonemobile mobilephonenumber numerodeportable gsm \
            handy handynummer handynr mobiltelefon mobilnummer mobilfunk mobilfunknummer mobil mobiltel \
            telemovel telefonemovel telefonecelular numerodetelemovel",
        weak: "portable phone2 tel2 telefono2 telephone2 telefon2 telefone2",
    },
    Names {
        field: ContactField::Fax,
        usual: "fax faxnumber faxno telefax numerofax numerodifax numerodefax telecopie telecopieur faxnummer faxnr",
        weak: "",
    },
    Names {
        field: ContactField::Email,
        usual: "email emails emailaddress mailaddress mail indirizzoemail indirizzodiposta postaelettronica indirizzomail \
            indirizzodipostaelettronica indirizzopostaelettronica \
            correo correoelectronico direcciondecorreo direcciondeemail \
            courriel adresseemail adressemail adressecourriel adresseelectronique mel \
            emailadresse mailadresse correioeletronico correioelectronico enderecodeemail enderecoemail",
        weak: "posta correio",
    },
    Names {
        field: ContactField::Street,
        usual: "street address streetaddress streetname streetandnumber addressline addressline1 address1 homeaddress postaladdress mailingaddress \
            via indirizzo viaepiazza viapiazza indirizzocompleto indirizzodiresidenza \
            calle direccion direccionpostal domicilio \
            rue adresse adressepostale adressecomplete \
            strasse strassehausnummer strasseundhausnummer strassenr anschrift postanschrift \
            rua endereco enderecocompleto morada logradouro",
        weak: "residenza",
    },
    Names {
        field: ContactField::PostalCode,
        usual: "postalcode postcode zip zipcode zippostalcode postalzip cap codicepostale codicediavviamentopostale \
            codigopostal codpostal codepostal plz postleitzahl codigodepostal cep",
        weak: "cp",
    },
    Names {
        field: ContactField::City,
        usual: "city town citytown municipality citta comune localita cittadiresidenza comunediresidenza \
            ciudad localidad municipio poblacion ville commune localite stadt ort wohnort cidade localidade concelho",
        weak: "paesecitta place",
    },
    Names {
        field: ContactField::Country,
        usual: "country countryname countryregion nazione paese paesediresidenza statoestero pais pays land staat nacao",
        weak: "stato nation",
    },
    Names {
        field: ContactField::DateOfBirth,
        usual: "dateofbirth birthdate birthday dob birth borndate datadinascita datanascita natoil natail nascita \
            fechadenacimiento fechanacimiento fnacimiento nacimiento cumpleanos \
            datedenaissance datenaissance naissance nele anniversaire \
            geburtsdatum geburtstag gebdatum gebdat geburt datadenascimento datanascimento nascimento aniversario",
        weak: "born",
    },
    Names {
        field: ContactField::Description,
        usual: "description notes note comments comment remarks remark descrizione annotazioni annotazione commento commenti osservazioni \
            descripcion observaciones observacion notas nota comentarios comentario \
            remarque remarques commentaire commentaires observations \
            beschreibung bemerkung bemerkungen notiz notizen anmerkung anmerkungen kommentar \
            descricao observacoes observacao obs",
        weak: "info text details dettagli memo",
    },
    Names {
        field: ContactField::Url,
        usual: "url website websiteurl webaddress webpage homepage webseite internetseite internetadresse sito sitoweb sitointernet paginaweb \
            sitioweb siteweb siteinternet siteurl enderecoweb",
        weak: "web site link pagina",
    },
    Names {
        field: ContactField::Facebook,
        usual: "facebook facebookname facebookurl facebookprofile facebookid profilofacebook paginafacebook perfilfacebook fb",
        weak: "",
    },
    Names {
        field: ContactField::Twitter,
        usual: "twitter twittername twitterhandle twitterurl twitterid profilotwitter perfiltwitter xtwitter twitterx",
        weak: "",
    },
    Names {
        field: ContactField::Skype,
        usual: "skype skypename skypeid contattoskype utenteskype usuarioskype identifiantskype",
        weak: "",
    },
    Names {
        field: ContactField::Teams,
        usual: "msteams microsoftteams teamsname teamsid teamsaddress utenteteams usuarioteams",
        weak: "teams",
    },
    Names {
        field: ContactField::Viber,
        usual: "viber vibernumber viberid numeroviber vibernummer",
        weak: "",
    },
    Names {
        field: ContactField::Line,
        usual: "lineid lineapp linemessenger lineaccount idline",
        // Of a bill, an address, a product ...
        weak: "line",
    },
    Names { field: ContactField::Wechat, usual: "wechat wechatid wechatname weixin idwechat", weak: "" },
    Names {
        field: ContactField::Telegram,
        usual: "telegram telegramname telegramid telegramusername telegramhandle utentetelegram usuariotelegram",
        weak: "",
    },
    Names {
        field: ContactField::Priority,
        usual: "priority dialpriority callpriority priorita prioridad priorite prioritat prioridade",
        weak: "rank urgency urgenza",
    },
    Names {
        field: ContactField::ScheduledAt,
        usual: "scheduledat scheduled scheduledfor scheduledtime scheduledate callat calldate nextcall nextcallat firstcall callbackat \
            dataprimachiamata datachiamata programmato programmatail pianificatoil richiamareil \
            programado fechallamada fechadellamada proximallamada datedappel dateappel planifiele programmele rappelerle \
            anrufdatum anrufzeit anrufam geplantam datachamada datadachamada agendado agendadopara",
        weak: "callback rappel richiamo",
    },
    Names {
        field: ContactField::CompanyId,
        usual: "companyid idcompany companynumber idazienda idsocieta idempresa codigoempresa idsociete identreprise firmenid firmennummer",
        weak: "",
    },
    Names {
        field: ContactField::UserId,
        usual: "userid iduser ownerid idowner idutente idproprietario idusuario idpropietario idutilisateur idproprietaire benutzerid \
            besitzerid idutilizador",
        weak: "owner proprietario propietario proprietaire",
    },
];
