# The student's form.
profile-save-title = Sobre mí
profile-save-submit = Guardar
profile-free = Tú eliges qué escribir, y puedes cambiarlo o borrarlo cuando quieras. Deja vacío lo que prefieras. Nadie más puede escribir aquí.
profile-who = *Quién lo ve:* solo tú, hasta que marques “Mis docentes pueden leer esto” al final. Tu clase no lo ve nunca.
profile-strengths = ¿Qué haces bien?
profile-strengths-hint = Por ejemplo: explico bien las cosas. No me rindo.
profile-interests = ¿Qué te gusta?
profile-interests-hint = Por ejemplo: el fútbol, dibujar, los videojuegos antiguos
profile-share-interests = Tus gustos como fuente de ideas
profile-share-interests-yes = Un modelo de lenguaje puede usarlos para sugerir ideas
profile-share-interests-hint = Si tu centro educativo usa un modelo de lenguaje, puede sugerir objetivos a partir de los comentarios de un docente. Si marcas esto, lee lo que te gusta y nada más de esta página. Antes quito los nombres. Tu docente lee cada idea antes que tú.
profile-motivators = ¿Qué te anima a seguir?
profile-motivators-hint = Por ejemplo: ver que mejoro, trabajar con amigos
profile-goals = ¿Qué quieres lograr, en los estudios o más adelante?
profile-goals-hint = Por ejemplo: aprobar el examen de junio, trabajar en enfermería
profile-supports = ¿Qué te ayuda cuando algo es difícil?
profile-supports-hint = Por ejemplo: más tiempo, un lugar tranquilo, pasos claros. Solo lo ves tú, y tus docentes si lo permites.
profile-subjects = ¿Qué trabajas en tus materias?
profile-subjects-hint = Por ejemplo: Lengua: redacciones. Física: informes de laboratorio. Usaré tus palabras cuando te pregunte por un objetivo.
profile-share-answers = Tus respuestas a los seguimientos
profile-share-answers-yes = Un modelo de lenguaje puede leerlas
profile-share-answers-hint = Si tu centro educativo lo ha activado, sugiere respuestas a tu docente. Antes quito los nombres.
profile-share-with-teachers = Tus docentes
profile-share-with-teachers-yes = Mis docentes pueden leer esto
profile-share-with-teachers-hint = Son quienes dan tus clases aquí. Puedes quitar la marca después.
profile-language = Idioma
profile-language-hint = Te escribiré en este idioma.
profile-language-slack = Como en Slack
profile-language-title = Idioma
profile-language-submit = Guardar

# On Home.
home-about-me-button = Sobre mí
home-about-me = *Sobre mí:* lo que haces bien, lo que te gusta, lo que te ayuda. Tú decides quién lo ve.
home-about-me-written = *Sobre mí:* lo que escribiste sobre ti. Puedes cambiarlo o borrarlo cuando quieras.
home-language-button = Idioma
home-about-student-button = Leer un perfil

# To a teacher.
profile-choose-title = Leer un perfil
profile-choose-submit = Leer
profile-student = ¿De quién?
profile-student-hint = Cada estudiante decide qué pueden leer aquí sus docentes.
profile-read-title = Leer un perfil
profile-close = Cerrar
profile-shown = *{ $student }* te permite leer esto, a ti y a los demás docentes de la clase:
profile-their-strengths = *Hace bien*
profile-their-interests = *Le gusta*
profile-their-motivators = *Le anima a seguir*
profile-their-goals = *Quiere lograr*
profile-their-supports = *Le ayuda cuando algo es difícil*
profile-their-subjects = *Trabaja en*
profile-keep-private = Debe quedar entre tú y tu estudiante. Nunca llega a un canal de clase.
profile-nothing-shown = *{ $student }* no muestra nada aquí ahora. Siempre puedes preguntarle qué le ayuda.

refusal-profile-for-students = Esta página es para estudiantes de una clase con Accord. Si lo eres, pide a tu docente que te añada al canal de la clase.
