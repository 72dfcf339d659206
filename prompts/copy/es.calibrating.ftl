# Docentes valoran los mismos trabajos sin saber de quién son.
calibrating-button = Valorar en equipo
calibrating-by-signs = Señales de logro
calibrating-ask-title = Valorar en equipo
calibrating-ask-submit = Preguntar
calibrating-what = Tú y tus colegas podéis ver el mismo trabajo de formas distintas. Tus colegas lo valoran sin nombres, y después veis cuánto coinciden.
calibrating-form-pieces = ¿Qué trabajos?
calibrating-form-pieces-hint = Hasta 10. Solo ves textos: un archivo, una foto o un enlace pueden mostrar de quién son.
calibrating-form-by = Valorar según
calibrating-form-colleagues = ¿Qué colegas?
calibrating-form-colleagues-hint = De 2 a 8 docentes de este centro. Tú no valoras: sabes de quién es el trabajo.
calibrating-form-next = Quito los nombres y pregunto antes a cada estudiante. Tus colegas lo saben después de un sí.
refusal-calibrating-no-texts = Todavía no hay textos que puedas pedir. Tus estudiantes pueden enviar uno como muestra. Un archivo o un enlace pueden mostrar de quién es.
refusal-calibrating-pieces = Elige de 1 a { $most } textos.
refusal-calibrating-piece-gone = Este texto ya no se puede valorar. Su estudiante lo retiró o dijo que no.
refusal-calibrating-no-signs = En un texto de { $name } no hay nada que valorar: no tiene señales de logro, o solo tiene nombres. Quítalo o elige una rúbrica.
refusal-calibrating-no-teacher = { $name } no puede valorar aquí. Elige a personas que den una clase y de quienes no sea el trabajo.
refusal-calibrating-colleagues = Elige de { $least } a { $most } colegas, además de ti.
calibrating-work-asked = *{ $teacher } pregunta: ¿pueden otros docentes valorar este texto sin tu nombre?* Lo hacen para ver si valoran de la misma forma. Solo leerían esto:
calibrating-work-given = *Dijiste que sí.* Otros docentes pueden valorar este texto sin tu nombre.
calibrating-work-refused = *Nadie valora tu texto.* He borrado esta copia y todas las valoraciones que tenía.
calibrating-work-unused = Tu texto no se usó. No tienes que hacer nada.
calibrating-work-who = No ven tu nombre ni tu clase. He quitado los nombres que conozco. Quizá reconozcan tu estilo.
calibrating-work-grade = No cambia nada en tu contrato, en los comentarios que recibes ni en tu nota.
calibrating-work-back = Puedes decir que no, y nadie pregunta por qué. Puedes retirar un sí cuando quieras.
calibrating-work-next = Si no haces nada, nadie lo ve.
calibrating-yes-button = Pueden valorarlo
calibrating-no-button = Digo que no
calibrating-take-back-button = Retirarlo
calibrating-take-back-sure = ¿Retirarlo?
calibrating-take-back-text = Borro esta copia de tu texto y todas las valoraciones que tenía.
calibrating-take-back-yes = Retirarlo
calibrating-take-back-keep = Dejarlo
refusal-calibrating-began = Ya han empezado, así que este texto no se usa. No tienes que hacer nada.
calibrating-card-asking = *He preguntado a tus estudiantes.* Los trabajos se valorarán según: { $by }.
calibrating-card-counts = Sí: { $given }. No: { $refused }. Sin contestar: { $asked }.
calibrating-card-asking-next = Cuando todos hayan contestado, invito a tus colegas. Puedes empezar antes con quienes dijeron que sí.
calibrating-begin-button = Empezar ya
calibrating-begin-sure = ¿Empezar ya?
calibrating-begin-text = Quienes no han contestado quedan fuera.
calibrating-begin-yes = Empezar ya
calibrating-begin-keep = Esperar
calibrating-card-rating = *Tus colegas están valorando.* Han terminado { $done } de { $count }. Valoran según: { $by }.
calibrating-card-rating-next = Veréis el resultado cuando terminen todos, o cuando lo cierres.
calibrating-close-button = Cerrar la ronda
calibrating-close-sure = ¿Cerrar la ronda?
calibrating-close-text = Después nadie puede valorar. Quienes valoraron ven el resultado.
calibrating-close-yes = Cerrar la ronda
calibrating-close-keep = Seguir
calibrating-card-closed = *La ronda ha terminado.* El resultado llegó en otro mensaje.
calibrating-card-nothing = *No hay trabajos que valorar.* Nadie dijo que sí. Puedes pedir otros con `/accord rubrics`.
refusal-calibrating-nobody-yet = Todavía nadie ha dicho que sí. Espera una respuesta o pide otros trabajos.
calibrating-asked = *{ $teacher } te invita a valorar { $count ->
    [one] 1 texto
   *[other] { $count } textos
  }.* Cada uno lleva unos 2 minutos, y puedes parar después de cada uno. Se valora según: { $by }.
calibrating-asked-blind = He quitado los nombres y la clase. Si sabes de quién es un texto, valora lo que lees.
calibrating-asked-seen = Nadie ve tus valoraciones hasta que terminen las { $raters } personas, o hasta que se cierre la ronda. Después se ve cuántas eligieron cada nivel, sin nombres.
calibrating-asked-left = Te quedan { $left } por valorar.
calibrating-asked-done = *Lo has valorado todo. Gracias.* Puedes cambiarlo hasta que terminen los demás.
calibrating-asked-closed = Esta ronda ha terminado.
calibrating-asked-declined = Esta vez no valoras. Si encuentras tiempo, todavía puedes empezar.
calibrating-rate-button = Valorar
calibrating-change-button = Cambiar lo que di
calibrating-decline-button = Esta vez no
calibrating-rate-title = Valorar
calibrating-rate-submit = Guardar
calibrating-next = Siguiente
calibrating-number = Texto { $number }/{ $count }
calibrating-level = *{ $level }:* { $text }
calibrating-sign = { $sign }
refusal-calibrating-choose-level = Elige un nivel.
refusal-calibrating-closed = Esta ronda ha terminado. No tienes que hacer nada.
calibrating-outcome-heading = Valorado en equipo: { $by }
calibrating-outcome-gone = Los trabajos se retiraron, y las valoraciones están borradas.
calibrating-outcome-counts = { $raters ->
    [one] 1 colega valoró
   *[other] { $raters } colegas valoraron
  } { $pieces ->
    [one] 1 texto
   *[other] { $pieces } textos
  }.
calibrating-outcome-one = No hay nada que comparar: menos de 2 colegas valoraron el mismo texto.
calibrating-exact = *El mismo nivel:* { $percent }%
calibrating-near = *Como mucho un nivel de diferencia:* { $percent }%
calibrating-kappa = *Acuerdo más allá del azar* (kappa ponderado): { $kappa }
calibrating-kappa-few = *Acuerdo más allá del azar* (kappa ponderado): { $kappa }. Hay muy pocas valoraciones: una más puede cambiarlo mucho.
calibrating-kappa-alike = *El acuerdo más allá del azar* (kappa ponderado) no se puede calcular: quienes se comparan dieron un solo nivel a todo.
calibrating-kappa-what = 1 es acuerdo total, 0 es lo que daría el azar, menos de 0 es menos que el azar. Dos niveles de diferencia cuentan el doble que uno.
calibrating-outcome-alike = Nadie difiere en nada.
calibrating-outcome-split = *Donde más diferís:*
calibrating-cell = *{ $sign }* (texto { $number }): { $counts }
calibrating-outcome-signs = *El mismo nivel, según lo valorado:*
calibrating-by-sign = *{ $sign }:* { $percent }%
calibrating-outcome-next = Hablad de lo primero: ¿qué vio cada cual en el texto? Nadie ve quién dio qué nivel.
