# Una nota a la familia de un estudiante, en papel. La pide un docente, el estudiante la ve primero y puede decir que no. $student y $teacher son nombres.
# Un botón en la página de un estudiante
family-button = Nota a la familia
guardians-ask-title = Nota a la familia
guardians-ask-submit = Preguntar
family-what = Esto hace una hoja para la familia: qué se acordó, cómo va y cómo ayudar. { $student } la ve primero y puede decir que no.
family-form-language = ¿Qué idioma lee la familia?
family-form-ways = ¿Cómo puede ayudar la familia? Elige hasta 3.
family-form-word = Unas palabras tuyas
family-form-word-hint = En el idioma de la familia: no lo traduzco. No escribas aquí sobre apoyos, ausencias ni otros estudiantes.
family-form-who = La hoja lleva los objetivos, la práctica, las señales de éxito y los últimos números. Al pie hay un talón para firmar. No dice qué ayuda a { $student }, qué le cuesta ni por qué faltó alguien.
refusal-family-choose-language = Elige un idioma.
refusal-family-choose-ways = Elige al menos una forma de ayudar, y 3 como mucho.
refusal-family-names-others = Aquí aparece el nombre de otro estudiante. Escríbelo sin ese nombre.
refusal-family-refused = El estudiante dijo que no a una nota para la familia, así que no puedo dártela. Pueden hablarlo juntos. El estudiante aún puede decir que sí en su tarjeta.
refusal-family-waits = El estudiante aún no ha decidido. Recibirás la nota cuando diga que sí.
refusal-family-over = La nota a la familia trata de un contrato en curso. Este no está en curso ahora.
# Formas de ayudar, como las lee la familia. Cada una es también una casilla: 75 letras como mucho.
family-way-ask = Pregunten una vez por semana qué salió bien y qué viene ahora.
family-way-show = Pidan ver uno de sus trabajos.
family-way-time = Ayuden a encontrar un lugar y un momento tranquilos para practicar.
family-way-effort = Elogien lo que probó, no solo el número.
family-way-lead = Dejen que { $student } decida los pasos. Primero escuchen.
# La tarjeta del estudiante
family-asked-student = *{ $teacher } quiere dar a tu familia una nota sobre tu contrato.* Tú la ves primero, y tú decides.
family-given-student = *Dijiste que sí a la nota para tu familia.* { $teacher } puede imprimirla o enviarla.
family-refused-student = *Dijiste que no a la nota para tu familia.* No se la doy a nadie.
family-holds = Lleva tus objetivos, tu práctica, tus señales de éxito y tus últimos números. No lleva nada más de lo que me contaste.
family-help-card = *Cómo puede ayudar tu familia:*
family-yes-button = Pueden tenerla
family-no-button = Digo que no
family-paper-button = Ver la hoja
family-asked-note = Está bien decir que no, y no tienes que decir por qué. Si no haces nada, nadie la recibe.
family-given-note = Aún puedes decir que no. Entonces no se la daré a nadie más. Lo que ya se imprimió no lo puedo recuperar.
family-refused-note = Tu docente puede ver que dijiste que no. No tienes que decir por qué, y aún puedes decir que sí.
# La tarjeta del docente
family-asked-teacher = *Le mostré a { $student } la nota para la familia.* Te la daré aquí cuando diga que sí.
family-given-teacher = *{ $student } dijo que sí a la nota para la familia.* Puedes imprimirla o enviarla.
family-refused-teacher = *{ $student } dijo que no a una nota para la familia.* No pasa nada. Pueden hablarlo juntos.
family-back-button = Ya volvió
family-back = El talón firmado volvió el { $date }.
# Encima del archivo
family-given-student-file = Aquí está la hoja para tu familia. Nadie más la tiene antes de que digas que sí.
family-given-teacher-file = Aquí está la hoja para la familia de { $student }. Imprímela o envíala. Es para la familia, no para la clase.
# En la hoja
family-file = nota-a-la-familia.pdf
family-heading = Para la familia de { $student }
family-made = *Hecha el:* { DATETIME($date, dateStyle: "long") }
family-about-what = { $student } y { $teacher } acordaron un contrato de aprendizaje. Dice qué quiere aprender { $student }, cómo, y cómo lo sabrán. { $student } leyó primero esta hoja y dijo que sí.
family-goes = *Cómo va:*
family-help = Cómo pueden ayudar
family-word = *Unas palabras de { $teacher }:*
family-slip = Para firmar y devolver
family-slip-what = Firmen aquí, corten esta parte y entréguenla a { $student } o a { $teacher }.
family-slip-read = Hemos leído esta hoja.
family-slip-talk = Nos gustaría hablar de ello.
family-slip-say = Lo que queremos decir o preguntar
family-slip-name = Nombre
family-slip-date = Fecha
family-slip-signature = Firma
